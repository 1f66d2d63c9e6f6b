import { tellAgain } from "../../domain/authenticator.ts";
import { NotFound, WrongState } from "../../domain/errors.ts";
import type { OperatorCase } from "../../domain/records.ts";
import { makeCompleteLink } from "../link/complete-link.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { tellNia, type Writing } from "../writing.ts";
import { type CaseWork, caseToWorkOn, closeWrites, workerOf } from "./close-case.ts";

type Retry = (writing: Writing, found: OperatorCase) => Promise<Write[]>;

const missing = (what: string): never => {
  throw new NotFound(what);
};

/** NIA is told of the record again, from the beginning. */
const tellAgainOf: Retry = async (writing, { accountId = "", authenticatorId = "" }) => {
  const found = await writing.records.get("authenticator", { accountId, id: authenticatorId });
  const next = tellAgain(found ?? missing("the record is gone"), writing.clock());
  return [{ put: next }, tellNia(writing, writing.clock(), next)];
};

/** NIA is told again of every record of the account, so that it holds what is wanted here. */
const tellAgainOfAll: Retry = async (writing, { accountId = "" }) => {
  const loaded = (await writing.records.account(accountId)) ?? missing("the account is gone");
  return loaded.authenticators
    .filter(({ wanted }) => wanted !== "ended")
    .flatMap((one): Write[] => {
      const next = tellAgain({ ...one, known: "unknown" }, writing.clock());
      return [{ put: next }, tellNia(writing, writing.clock(), next)];
    });
};

const applyAgain: Retry = async (writing, { notificationId = "" }) => {
  const found = await writing.records.get("set-aside-notification", { id: notificationId });
  return [
    {
      put: {
        ...(found ?? missing("the notification is gone")),
        state: "waiting",
        setAsideAt: writing.clock(),
      },
    },
  ];
};

/** The same completion that the user has confirmed. Throws `ComparisonStale` where the data are others by now. */
const completeAgain: Retry = async (writing, { accountId = "", verificationId = "" }) => {
  const verification = await writing.records.get("verification", { accountId, id: verificationId });
  if (verification?.confirmedDigest === undefined) throw new WrongState("nothing was confirmed");
  const digest = verification.confirmedDigest;
  await makeCompleteLink(writing)({ accountId, verificationId, digest, actor: "operator" });
  return [];
};

/** What may be tried again, and how; every other kind of case takes a decision. */
const retries: Partial<Record<OperatorCase["kind"], Retry>> = {
  "nia-not-told": tellAgainOf,
  "nia-record-missing": tellAgainOf,
  "authenticator-changed-elsewhere": tellAgainOfAll,
  "notification-set-aside": applyAgain,
  "nia-unavailable": completeAgain,
};

export const canBeRetried = ({ kind }: OperatorCase): boolean => retries[kind] !== undefined;

/** Tries again what a case is about, and closes it; what fails again opens another one. Throws as `caseToWorkOn`. */
export const makeRetryCase =
  (writing: Writing) =>
  async (command: CaseWork): Promise<void> =>
    await retrying(async () => {
      const found = await caseToWorkOn(writing.records, command);
      const retry = retries[found.kind];
      if (retry === undefined) throw new WrongState(`a case of ${found.kind} can't be retried`);
      const writes = await retry(writing, found);
      await writing.records.commit([...writes, ...closeWrites(writing, found, workerOf(command), "retried")]);
    });
