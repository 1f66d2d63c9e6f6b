import type { AuditEvent } from "../../domain/audit.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { UnlinkWay } from "../../domain/unlinking.ts";
import { removedCertificate } from "../certificates/certificate-rows.ts";
import type { AccountRecords } from "../ports/records.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import type { Writing } from "../writing.ts";
import { type EndedLink, endLink } from "./end-link.ts";

/** The ways that leave no second factor. */
type WithoutFactors = Extract<UnlinkWay, "two-factor-reset" | "login-reset">;

/**
 * Ends the link by a way that leaves no second factor: every key and every certificate goes, and every session ends. At
 * most 91 writes, the account's own not among them (domain/most.ts). For a transaction inside `retrying`.
 */
export const endAccess = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  loaded: AccountRecords,
  ending: { way: WithoutFactors } & Pick<AuditEvent, "actor" | "operator">,
): EndedLink => {
  const ended = endLink(writing, at, loaded, ending);
  const { certificates } = loaded;
  return {
    ...ended,
    writes: [...ended.writes, ...certificates.flatMap(removedCertificate), ...endSessions(loaded)],
  };
};
