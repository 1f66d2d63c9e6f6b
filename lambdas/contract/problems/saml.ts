import { problem } from "./problem.ts";

export const samlProblems = {
  SamlMessageRefused: problem(
    400,
    "saml-message",
    [
      "Tuto žádost nelze přijmout",
      "Vraťte se ke službě, ze které jste přišli, a začněte znovu. Nic se nezměnilo.",
    ],
    [
      "This request can't be accepted",
      "Go back to the service that you came from and begin again. Nothing has changed.",
    ],
  ),
  ServiceLoginOver: problem(
    410,
    "service-login-over",
    [
      "Toto přihlášení už neplatí",
      "Bylo dokončeno, nebo trvalo déle než 15 minut. Vraťte se ke službě a přihlaste se znovu.",
    ],
    [
      "This login is over",
      "It was finished already, or took longer than 15 minutes. Go back to the service and log in again.",
    ],
  ),
  ServiceLoginStale: problem(
    409,
    "service-login-stale",
    ["Něco se mezitím změnilo", "Podívejte se na přihlášení znovu a potvrďte ho."],
    ["Something has changed meanwhile", "Look at the login again and confirm it."],
  ),
  PortalUnavailable: problem(
    503,
    "portal-unavailable",
    [
      "Portál NIA teď nejde použít",
      "Ověření zůstává rozpracované. Zkuste to za chvíli znovu, nebo ověření zrušte a zvolte Czech POINT.",
    ],
    [
      "NIA's portal can't be used now",
      "Your verification stays open. Try again in a while, or cancel it and choose Czech POINT.",
    ],
  ),
  BrowserNeeded: problem(
    403,
    "browser-needed",
    ["Tento krok jde jen v prohlížeči", "Přihlaste se ve webové aplikaci a pokračujte tam."],
    ["This step needs a browser", "Log in to the web app and go on there."],
  ),
};
