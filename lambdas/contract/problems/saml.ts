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
};
