import { problem } from "./problem.ts";

/** What goes wrong in logging in, and in proving it again. */
export const loginProblems = {
  NotLoggedIn: problem(
    401,
    "not-logged-in",
    ["Nejste přihlášeni", "Přihlaste se a akci zopakujte."],
    ["You are not logged in", "Log in and try again."],
  ),
  ConfirmationNeeded: problem(
    403,
    "confirmation-needed",
    ["Je potřeba nové přihlášení", "Potvrďte akci heslem a bezpečnostním klíčem. Potvrzení platí 5 minut."],
    [
      "A new login is needed",
      "Confirm with your password and security key. The confirmation is valid for 5 minutes.",
    ],
  ),
  CertificateNotEnough: problem(
    403,
    "certificate-not-enough",
    [
      "Přihlášení certifikátem tu nestačí",
      "Odhlaste se a přihlaste se heslem a bezpečnostním klíčem. Pak akci zopakujte.",
    ],
    [
      "A login by certificate is not enough here",
      "Log out, log in with your password and security key, and try again.",
    ],
  ),
  CredentialsWrong: problem(
    401,
    "credentials-wrong",
    [
      "Přihlášení se nezdařilo",
      "Uživatelské jméno, e-mail nebo heslo nesouhlasí. Zkontrolujte je a zkuste to znovu.",
    ],
    ["Login failed", "The username, e-mail or password does not match. Check them and try again."],
  ),
  PasswordBlocked: problem(
    403,
    "password-blocked",
    [
      "Přihlášení heslem je zablokováno",
      "Heslo bylo zadáno šestkrát špatně. Postup k odblokování jsme poslali e-mailem.",
    ],
    [
      "Password login is blocked",
      "The password was wrong six times. We have sent you an e-mail with what to do.",
    ],
  ),
  NoUsableKey: problem(
    403,
    "no-usable-key",
    [
      "Žádný z vašich klíčů nelze použít",
      "Mohly být zkopírovány, proto jsme je vyřadili. Obnovte dvoufaktorové přihlašování, nebo zavolejte podpoře.",
    ],
    [
      "None of your keys can be used",
      "They may have been copied, so they open nothing any more. Reset your two-factor authentication, or call the helpdesk.",
    ],
  ),
  PinWrong: problem(
    422,
    "pin-wrong",
    ["PIN nesouhlasí", "Zkontrolujte PIN v poslední zprávě a zadejte ho znovu."],
    ["The PIN does not match", "Check the PIN in the latest message and enter it again."],
  ),
  PinUsedUp: problem(
    410,
    "pin-used-up",
    [
      "PIN už neplatí",
      "Vypršela jeho platnost nebo byl zadán příliš mnohokrát špatně. Nechte si poslat nový, nebo začněte znovu.",
    ],
    [
      "The PIN is no longer valid",
      "It has expired or was wrong too many times. Ask for a new one, or begin again.",
    ],
  ),
  LinkUsedUp: problem(
    410,
    "link-used-up",
    [
      "Odkaz už neplatí",
      "Vypršela jeho platnost, byl už použit, nebo se mezitím změnilo heslo či kontakt. Požádejte o nový odkaz.",
    ],
    [
      "The link is no longer valid",
      "It has expired, was used already, or the password or a contact has changed since. Ask for a new link.",
    ],
  ),
};
