import { problem } from "./problem.ts";

/** What goes wrong in the helpdesk's console. */
export const helpdeskProblems = {
  OperatorNotLoggedIn: problem(
    401,
    "operator-not-logged-in",
    ["Nejste přihlášeni do konzole", "Přihlaste se heslem a bezpečnostním klíčem."],
    ["You are not logged in to the console", "Log in with your password and security key."],
  ),
  ConsoleClosed: problem(
    403,
    "console-closed",
    [
      "Konzole ještě není otevřená",
      "Otevře se, jakmile budou zapsáni dva vedoucí. Obraťte se na správce provozu.",
    ],
    [
      "The console is not open yet",
      "It opens as soon as two supervisors are enrolled. Ask whoever runs the service.",
    ],
  ),
  RoleNotEnough: problem(
    403,
    "role-not-enough",
    ["Na tohle vaše role nestačí", "Požádejte vedoucího."],
    ["Your role is not enough for this", "Ask a supervisor."],
  ),
  OwnAccount: problem(
    403,
    "own-account",
    ["Je to váš vlastní účet", "Na vlastním účtu v konzoli pracovat nejde. Požádejte kolegu."],
    ["This is your own account", "You can't work on your own account here. Ask a colleague."],
  ),
  OwnRequest: problem(
    403,
    "own-request",
    ["Vlastní žádost schválit nemůžete", "Schválit ji musí jiný člověk."],
    ["You can't approve your own request", "Another person has to approve it."],
  ),
  OperatorTaken: problem(
    409,
    "operator-taken",
    ["Takový operátor už existuje", "Přihlašovací jméno i vlastní účet může mít jen jeden operátor."],
    ["There is such an operator already", "A login and an own account belong to one operator only."],
  ),
  EnrolmentUsedUp: problem(
    410,
    "enrolment-used-up",
    ["Odkaz k zápisu už neplatí", "Platí 24 hodin a jen jednou. Požádejte o nový toho, kdo vám ho poslal."],
    [
      "The enrolment link is no longer valid",
      "It is good for 24 hours, and once. Ask whoever gave it to you for a new one.",
    ],
  ),
  OperatorKeyRefused: problem(
    422,
    "operator-key-refused",
    [
      "Tento klíč v konzoli použít nejde",
      "Konzole přijímá jen klíče s ověřenou certifikací FIDO úrovně 1 nebo vyšší. Použijte jiný klíč.",
    ],
    [
      "This key can't be used for the console",
      "The console takes only keys whose FIDO certification of level 1 or higher is verified. Take another key.",
    ],
  ),
  OperatorBlocked: problem(
    403,
    "operator-blocked",
    [
      "Přihlášení do konzole je zablokované",
      "Heslo bylo zadáno šestkrát špatně. Zkuste to za půl hodiny, nebo požádejte správce provozu o nový zápis.",
    ],
    [
      "Login to the console is blocked",
      "The password was wrong six times. Try again in half an hour, or ask whoever runs the service for a new enrolment link.",
    ],
  ),
  SupervisorNeeded: problem(
    403,
    "supervisor-needed",
    [
      "Dál musí vedoucí",
      "Kontrola volajícího u tohoto účtu během dne třikrát selhala. Předejte hovor vedoucímu.",
    ],
    [
      "A supervisor has to go on",
      "The check of a caller has failed three times in a day for this account. Hand the call over to a supervisor.",
    ],
  ),
  AccountNotLinked: problem(
    409,
    "account-not-linked",
    ["Účet není propojen s NIA", "Propojení už skončilo, nebo nikdy nebylo. Načtěte účet znovu."],
    ["The account is not linked with NIA", "The link has ended, or never was. Load the account again."],
  ),
  CallNotChecked: problem(
    409,
    "call-not-checked",
    [
      "Volající není v tomto hovoru ověřen",
      "Kontrola platí 15 minut a pro jeden úkon. Ověřte volajícího znovu.",
    ],
    [
      "The caller is not checked in this call",
      "A check is good for 15 minutes and for one act. Check the caller again.",
    ],
  ),
};
