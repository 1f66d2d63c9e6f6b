import type * as errors from "../domain/errors.ts";
import { MOST_KEYS } from "../domain/most.ts";
import { certificateProblems } from "./problems/certificates.ts";
import { helpdeskProblems } from "./problems/helpdesk.ts";
import { loginProblems } from "./problems/login.ts";
import { problem, type Problem } from "./problems/problem.ts";
import { samlProblems } from "./problems/saml.ts";

/** Errors that may reach a caller of the API; every other one is a 500 without detail. */
type DomainErrorName = Exclude<keyof typeof errors, "DomainError" | "NiaError">;
type InnerErrorName =
  | "NiaUnavailable"
  | "NiaOutcomeUnknown"
  | "NiaRefused"
  | "NiaReplyInvalid"
  | "PersonNotFound"
  | "PersonAmbiguous"
  | "DataBoxUnavailable"
  | "DataBoxRefused"
  | "SealInvalid"
  | "MessageInvalid"
  | "MessageNotReady"
  | "MessageRefused"
  | "MetadataInvalid"
  | "MetadataRollback"
  | "PortalAnswerInvalid"
  | "PortalMetadataInvalid"
  | "PseudonymTaken"
  | "KeyRefused"
  | "AuthenticatorBusy"
  | "RecordMissing"
  | "Superseded";
export type ProblemName = Exclude<DomainErrorName, InnerErrorName> | "InternalError";

/** The one table from an error's name to what the caller gets (RFC 9457). */
export const problems = {
  ...loginProblems,
  ...certificateProblems,
  ...samlProblems,
  ...helpdeskProblems,
  InvalidInput: problem(
    400,
    "invalid-input",
    ["Některé údaje nejsou v pořádku", "Opravte vyznačená pole a odešlete formulář znovu."],
    ["Some fields are not right", "Correct the marked fields and send the form again."],
  ),
  BodyTooLarge: problem(
    413,
    "body-too-large",
    ["Požadavek je příliš velký", "Pošlete méně dat."],
    ["The request is too large", "Send less data."],
  ),
  MediaTypeRefused: problem(
    415,
    "media-type",
    ["Nepodporovaný formát", "Pošlete data jako application/json."],
    ["Unsupported format", "Send the data as application/json."],
  ),
  OriginRefused: problem(
    403,
    "origin",
    ["Požadavek přišel z cizí stránky", "Otevřete službu na její vlastní adrese a akci zopakujte."],
    ["The request came from another site", "Open the service at its own address and try again."],
  ),
  UsernameTaken: problem(
    409,
    "username-taken",
    ["Uživatelské jméno je obsazené", "Zvolte jiné uživatelské jméno."],
    ["The username is taken", "Choose another username."],
  ),
  ControlCodeRefused: problem(
    422,
    "control-code",
    ["Kontrolní kód neplatí", "Kontrola vypršela nebo už byla použita. Potvrďte ji znovu."],
    ["The control code is not valid", "The check has expired or was used already. Do it again."],
  ),
  FieldLocked: problem(
    409,
    "field-locked",
    [
      "Údaj je uzamčený",
      "Účet je propojen s NIA a tento údaj přebírá z registru obyvatel. Změnit ho jde až po zrušení propojení.",
    ],
    [
      "The field is locked",
      "The account is linked to NIA and takes this field from the registry. It can be changed after unlinking.",
    ],
  ),
  CeremonyRefused: problem(
    422,
    "security-key-refused",
    ["Bezpečnostní klíč nebyl ověřen", "Odpověď klíče nesouhlasí nebo přišla pozdě. Zkuste to znovu."],
    ["The security key was not verified", "Its answer does not match or came too late. Try again."],
  ),
  KeyCloned: problem(
    403,
    "security-key-cloned",
    [
      "Bezpečnostní klíč byl odmítnut",
      "Počítadlo klíče se vrátilo zpět, klíč mohl být zkopírován. Použijte jiný klíč a ozvěte se podpoře.",
    ],
    [
      "The security key was refused",
      "Its counter went back: it may have been copied. Use another key and call the helpdesk.",
    ],
  ),
  KeyAlreadyAdded: problem(
    409,
    "security-key-exists",
    ["Klíč už v účtu máte", "Vyberte jiný bezpečnostní klíč."],
    ["You have added this key already", "Take another security key."],
  ),
  TooManyKeys: problem(
    409,
    "too-many-security-keys",
    [
      "Víc bezpečnostních klíčů účet mít nemůže",
      `V účtu jich může být nejvýš ${MOST_KEYS}. Odeberte některý, který už nepoužíváte.`,
    ],
    [
      "The account can't have more security keys",
      `There can be ${MOST_KEYS} at most. Remove one that you do not use any more.`,
    ],
  ),
  ChecklistIncomplete: problem(
    409,
    "checklist-incomplete",
    ["Pro propojení ještě něco chybí", "Splňte všechny body seznamu na stránce propojení s NIA."],
    ["Something is missing for linking", "Complete every point of the checklist on the NIA page."],
  ),
  KeyNotLinkable: problem(
    409,
    "key-not-linkable",
    [
      "Klíč nelze propojit",
      "Vyberte klíč s certifikací FIDO úrovně 1 nebo vyšší, který ještě není propojen.",
    ],
    ["The key can't be linked", "Pick a key of FIDO certification level 1 or higher that is not linked yet."],
  ),
  KeysNotConfirmed: problem(
    403,
    "keys-not-confirmed",
    ["Ne všechny klíče byly potvrzeny", "Dotkněte se každého klíče, který chcete propojit."],
    ["Not every key was confirmed", "Touch each key that you want to link."],
  ),
  VerificationOpen: problem(
    409,
    "verification-open",
    ["Jedno ověření už běží", "Dokončete je, nebo je zrušte a začněte znovu."],
    ["A verification is open already", "Finish it, or cancel it and start again."],
  ),
  WrongState: problem(
    409,
    "wrong-state",
    ["Tento krok teď není možný", "Stav ověření se mezitím změnil. Obnovte stránku."],
    ["This step is not possible now", "The verification has moved on. Reload the page."],
  ),
  ComparisonStale: problem(
    409,
    "comparison-stale",
    ["Údaje se mezitím změnily", "Prohlédněte si tabulku znovu a potvrďte ji."],
    ["The data have changed", "Look at the table again and confirm it."],
  ),
  Conflict: problem(
    409,
    "conflict",
    ["Údaje se mezitím změnily", "Obnovte stránku a akci zopakujte."],
    ["The data have changed", "Reload the page and try again."],
  ),
  NotFound: problem(
    404,
    "not-found",
    ["Nenalezeno", "Zkontrolujte adresu, nebo se vraťte do Nastavení."],
    ["Not found", "Check the address, or go back to Settings."],
  ),
  TooManyRequests: problem(
    429,
    "too-many-requests",
    ["Příliš mnoho pokusů", "Zkuste to znovu {when}."],
    ["Too many attempts", "Try again {when}."],
  ),
  InternalError: problem(
    500,
    "internal-error",
    ["Něco se u nás pokazilo", "Nic se neztratilo. Zkuste to prosím za chvíli znovu."],
    ["Something went wrong on our side", "Nothing was lost. Please try again in a while."],
  ),
} as const satisfies Record<ProblemName, Problem>;

export const problemType = (slug: string): string => `urn:nia-link:problem:${slug}`;
