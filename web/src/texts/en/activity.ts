import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";
import type { RefusalReason } from "../../../../lambdas/domain/reset-form.ts";
import type { StopReason } from "../../../../lambdas/domain/verification.ts";
import type { ProfileFieldName } from "../activity.ts";
import { ofCode } from "../of-code.ts";
import type { activity as czech } from "../cs/activity.ts";
import { keyReasons } from "./key-reasons.ts";

const loginMethods: Record<string, string> = {
  password: "with a password",
  "password-and-key": "with a password and a security key",
  certificate: "with a client certificate",
};

const refusals: Record<string, string> = {
  "wrong-password": "the password was wrong",
  "key-refused": "the security key did not answer rightly",
  "key-cloned": "the key looks like a copy of another one",
};

const purposes: Record<ConfirmationPurpose, string> = {
  "add-key": "adding a security key",
  "add-certificate": "adding a certificate",
  "change-email": "changing the e-mail",
  "change-phone": "changing the phone",
  "change-password": "changing the password",
  link: "linking with NIA",
  "complete-link": "completing the connection to NIA",
  export: "downloading all data",
  "delete-account": "deleting the account",
  "remove-key": "removing a security key",
  detach: "detaching from NIA",
  "log-in-to-service": "logging in to a government service",
};

const serviceRefusals: Record<string, string> = {
  cancelled: "you did not finish it",
  "release-refused": "you refused to pass data on",
  "not-linked": "the account was not linked to NIA",
  "link-suspended": "the link to NIA was suspended",
  "no-allowed-key": "no key was linked to NIA",
  "another-subject": "the service asked for somebody else",
  "level-unreachable": "the service wanted a higher level of assurance than the key has",
  passive: "the service did not let us ask anything",
};

const resetRefusals: Record<string, string> = {
  "too-soon": "the e-mail or phone was changed lately, so no link was sent",
  "too-many": "it was too often for one day, so no link was sent",
};

const twoFactorResetRefusals: Record<string, string> = {
  "too-soon": "the e-mail or phone was changed lately, so no PINs were sent",
  "too-many": "it was too often for one day, so no PINs were sent",
  "nothing-to-remove": "there is nothing to remove, so no PINs were sent",
};

const refusalReasons: Record<RefusalReason, string> = {
  "identity-not-verified": "the form does not show that the applicant's identity was verified",
  incomplete: "the form was not complete",
  "another-account": "the data in the form do not match the account",
  forged: "it is doubtful that the form is genuine",
  repeated: "the same request was decided before",
  withdrawn: "the applicant has withdrawn it",
};

const stopReasons: Record<StopReason, string> = {
  "not-me": "you said that the registry's data are not yours",
  foreigner: "the registry names no Czech citizenship",
  "no-identity-card": "the verification was not made by an identity card",
  "another-person": "the registry's person is linked to another account, or the account to another person",
  "pseudonym-of-another-account": "the registry's person is linked to another account",
  "person-not-found": "NIA found nobody by the registry's data",
  "person-ambiguous": "more than one person at NIA fits the registry's data",
  "nia-refused": "NIA refused our request",
  "key-refused": "NIA refused one of the keys",
  "nia-unavailable": "NIA did not answer for long",
  "key-removed": "you removed the key that it was for",
  withdrawn: "you cancelled it while the link was being completed",
  unlinked: "the account was unlinked from NIA",
  "rejected-in-review": "a check found that the registry's data do not belong to the account",
};

const fields: Record<ProfileFieldName, string> = {
  firstName: "first name",
  lastName: "last name",
  birthDate: "birth date",
  address: "permanent address",
  organization: "organization",
  companyNumber: "company number",
  vatNumber: "VAT number",
  citizenship: "citizenship",
  language: "language of messages",
};

const changedFields = (reason = ""): string =>
  reason
    .split(", ")
    .map((field) => ofCode(fields, field))
    .join(", ");
const key = (name: string | undefined): string => (name === undefined ? "" : ` “${name}”`);
const why = (table: Record<string, string>, reason: string | undefined): string =>
  reason === undefined ? "" : `: ${ofCode(table, reason)}`;

const portalReasons: Record<string, string> = {
  consent: "not all the needed data were consented to",
  cancelled: "the login was cancelled",
  failed: "the login failed",
  level: "the login was not of the level that is needed",
  late: "it took too long",
  repeated: "the answer had been used already",
  "session-ended": "the session in the account had ended meanwhile",
  over: "the verification did not wait for data any more",
};

export const activity: typeof czech = {
  title: "What happened in my account",
  lead: "Newest first, in Prague time. If there is something that you do not understand or did not do, call us.",
  show: "Show",
  all: "Everything",
  empty: "Nothing here yet.",
  more: "Load older ones",
  loaded: (count) => `Events shown: ${count}.`,
  end: "That is all, there is nothing older.",
  kinds: {
    account: "Account and profile",
    logins: "Logins",
    keys: "Security keys",
    nia: "Link to NIA",
    helpdesk: "Helpdesk",
  },
  actors: { user: "You", system: "System", registry: "Registry of residents", operator: "Helpdesk staff" },
  sentences: {
    "account-created": () => "The account was created.",
    "profile-changed": ({ reason }) =>
      reason === undefined
        ? "The profile was changed."
        : `The profile was changed: ${changedFields(reason)}.`,
    "email-undeliverable": () =>
      "Your e-mails come back, we send no more. Verify your e-mail again, or change it.",
    "email-verified-again": () => "The e-mail was verified again, messages go to it once more.",
    "message-withheld": ({ reason }) =>
      reason === "undeliverable"
        ? "We did not send a message: your e-mail can't be reached."
        : "We did not send a message: there were too many in a short time.",
    exported: () => "All data of the account were downloaded.",
    "deletion-requested": () => "The deletion of the account was asked for. Other devices were logged out.",
    "deletion-reminded": () => "We sent a reminder that the account will be deleted.",
    "deletion-cancelled": () => "The deletion of the account was cancelled.",
    "deletion-begun": () => "The time ran out and the deletion of the account began.",
    "account-deleted": () => "The account was deleted.",
    "email-changed": () => "The e-mail was changed.",
    "phone-changed": () => "The phone was changed.",
    "password-changed": () => "The password was changed, and all other sessions ended.",
    "password-reset-asked": ({ reason = "" }) => {
      const refused = resetRefusals[reason];
      return `Someone asked for a new password${refused === undefined ? "" : `: ${refused}`}.`;
    },
    "password-reset": () => "The forgotten password was replaced by a new one, and all sessions ended.",
    "password-unblocked": () => "Login by password was unblocked.",
    "two-factor-reset-asked": ({ reason = "" }) => {
      const refused = twoFactorResetRefusals[reason];
      return `Someone asked to remove the two-factor login${refused === undefined ? "" : `: ${refused}`}.`;
    },
    "two-factor-reset": () =>
      "The two-factor login was removed: every key and certificate is gone, and all sessions ended.",
    "logged-in": ({ reason }) => (reason === undefined ? "Login." : `Login ${ofCode(loginMethods, reason)}.`),
    "login-refused": ({ reason }) => `A login was refused${why(refusals, reason)}.`,
    "password-blocked": () => "Password login was blocked: the password was wrong six times in a row.",
    "logged-out": () => "Logout.",
    "service-logged-in": ({ service = "NIA", keyName }) =>
      `Logged in to a government service: ${service}, with the key${key(keyName)}.`,
    "service-login-refused": ({ service = "NIA", reason }) =>
      `A login to a government service did not take place (${service})${why(serviceRefusals, reason)}.`,
    "service-logged-out": ({ reason }) =>
      reason === "service"
        ? "Logged out of a government service, there."
        : "Logged out of government services.",
    confirmed: ({ reason }) => `Confirmed by a new login${why(purposes, reason)}.`,
    "key-added": ({ keyName }) => `The security key${key(keyName)} was added to the account.`,
    "key-renamed": ({ keyName }) =>
      `A security key was renamed${keyName === undefined ? "" : ` to${key(keyName)}`}.`,
    "key-cloned": ({ keyName }) =>
      `The security key${key(keyName)} opens nothing any more: its counter went back, it may have a copy.`,
    "certificate-registered": () => "A certificate was uploaded; it can't log in yet.",
    "certificate-added": () => "A certificate can now log in to the account.",
    "certificate-removed": () => "A certificate was removed from the account.",
    "key-removed": () => "A security key was removed from the account.",
    "key-regraded": ({ keyName, reason }) =>
      `FIDO metadata see the model of the security key${key(keyName)} differently now${reason === undefined ? "" : `: ${reason}`}.`,
    "verification-created": ({ reason }) =>
      `A verification for the link to NIA${reason === "eobcanka" ? " with eObčanka" : ""} was started.`,
    "verification-reminded": () => "We sent a reminder that the verification for NIA waits to be completed.",
    "verification-expired": () => "The verification for NIA ended: its time ran out.",
    "verification-cancelled": ({ reason }) =>
      reason === undefined
        ? "The verification for NIA was cancelled as you asked."
        : reason === "account-deleted"
          ? "The verification for NIA was cancelled: the account is being deleted."
          : `The verification for NIA was cancelled${why(stopReasons, reason)}.`,
    "verification-stopped": ({ reason }) =>
      `The verification for NIA was stopped${why(stopReasons, reason)}.`,
    "portal-asked": () => "The browser went to the NIA portal to log in with eObčanka.",
    "portal-refused": ({ reason = "" }) =>
      `No data came from the NIA portal: ${portalReasons[reason] ?? "its answer could not be accepted"}.`,
    "registry-data-recorded": () => "The data from the registry of residents arrived.",
    "completion-requested": () => "The link to NIA was confirmed.",
    "person-identified": () => "NIA identified you by the registry's data.",
    "key-registered": ({ keyName }) => `NIA recorded the security key${key(keyName)}.`,
    "key-ended": ({ keyName, reason }) =>
      `NIA ended the security key${key(keyName)}${why(keyReasons, reason)}.`,
    "key-suspended": ({ keyName, reason }) =>
      `NIA suspended the security key${key(keyName)}${why(keyReasons, reason)}.`,
    "key-resumed": ({ keyName, reason }) =>
      `NIA let the security key${key(keyName)} serve again${why(keyReasons, reason)}.`,
    "completion-undone": ({ reason }) =>
      `Linking could not be completed and everything was undone${why(stopReasons, reason)}.`,
    "account-linked": () => "The account was linked to NIA.",
    "registry-data-changed": ({ reason }) =>
      reason === undefined
        ? "The registry of residents changed your data."
        : `The registry of residents changed your data: ${changedFields(reason)}.`,
    "review-passed": () =>
      "Two members of the helpdesk confirmed that the registry's data belong to your account.",
    "reset-form-registered": () =>
      "The helpdesk filed a verified form that asks to restore access to the account.",
    "reset-form-refused": ({ reason }) =>
      `The request by form to restore access was refused${why(refusalReasons, reason)}.`,
    "login-reset": () =>
      "Access to the account was restored by a verified form: keys, certificates, the link to NIA and the password ended.",
    "account-found": () => "A helpdesk operator looked up your account.",
    "account-viewed": () =>
      "A helpdesk operator looked at your account. They do not see the data of your profile.",
    "caller-checked": ({ reason }): string =>
      reason === "passed"
        ? "A helpdesk operator checked a caller: every answer was right."
        : "A helpdesk operator checked a caller: the answers were not right.",
    "link-resumed": () => "The helpdesk lifted the suspension of the link with NIA.",
    "link-suspended": ({ reason }): string =>
      reason === "helpdesk-suspension"
        ? "The helpdesk suspended the link with NIA."
        : "NIA no longer knows the account by its old identifier: the link was suspended.",
    "account-unlinked": ({ reason }) => `The account's link to NIA ended${why(keyReasons, reason)}.`,
  },
};
