import type { PortalAnswer } from "../../domain/portal-answer.ts";
import { answered, type Arrival, isLate, type PortalLogin } from "../../domain/portal-login.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Session } from "../../domain/records.ts";
import { isAlive, type SessionTimes } from "../../domain/session-times.ts";
import type { Verification } from "../../domain/verification.ts";
import { note } from "../../domain/verification-steps.ts";
import { loadVerification } from "../link/load-verification.ts";
import { received } from "../link/record-registry-data.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import type { ServiceProvider } from "../ports/service-provider.ts";
import { audited, type Writing } from "../writing.ts";
import type { Leaving } from "./leave-portal.ts";
import type { KnownPortal } from "./known-portal.ts";

export type TakingAnswers = Writing &
  KnownPortal & {
    serviceProvider: Pick<ServiceProvider, "readAnswer" | "logoutRequest">;
    times: SessionTimes;
  };

interface Loaded extends AccountRecords {
  verification: Verification;
  login: PortalLogin;
  /** The session that asked, while it lives. */
  session: Session | undefined;
}

interface Outcome {
  arrival: Arrival;
  writes: Write[];
}

const load = async ({ records, clock, times }: TakingAnswers, id: string): Promise<Loaded | undefined> => {
  const login = await records.get("portal-login", { id });
  if (login === undefined) return undefined;
  const loaded = await loadVerification(records, login);
  const asking = loaded.sessions.find((one) => one.id === login.sessionId);
  const session = asking !== undefined && isAlive(asking, times, clock()) ? asking : undefined;
  return { ...loaded, login, session };
};

/** The confirmation login that began this serves for the table too, as long as it is valid. */
const carriedOver = (session: Session, now: IsoInstant): Write[] => {
  const valid = session.confirmed.filter(({ until }) => until > now);
  const link = valid.find(({ purpose }) => purpose === "link");
  if (link === undefined) return [];
  const others = valid.filter(({ purpose }) => purpose !== "complete-link");
  return [{ put: { ...session, confirmed: [...others, { ...link, purpose: "complete-link" }] } }];
};

const refused = (
  ports: Writing,
  { login: { accountId, verificationId } }: Loaded,
  arrival: Arrival,
  at: IsoInstant,
): Outcome => ({
  arrival,
  writes: [
    audited(ports, at, {
      action: "portal-refused",
      actor: "user",
      accountId,
      verificationId,
      reason: arrival,
    }),
  ],
});

const identified = (
  ports: Writing,
  loaded: Loaded & { session: Session },
  { person, assertionId }: Extract<PortalAnswer, { outcome: "accepted" }>,
  at: IsoInstant,
): Outcome => {
  const isCitizen = person.documents.some(({ type }) => type === "ID");
  const told = { person: { ...person, citizenships: isCitizen ? ["CZE"] : [] }, assertionId };
  const { next, writes } = received(ports, loaded, told);
  return next.state === "awaiting-completion"
    ? { arrival: "compare", writes: [...writes, ...carriedOver(loaded.session, at)] }
    : { arrival: "nia", writes };
};

const outcomeOf = (ports: Writing, loaded: Loaded, answer: PortalAnswer, at: IsoInstant): Outcome => {
  const { login, verification, session } = loaded;
  const asked = login.asked.find(({ requestId }) => requestId === answer.requestId);
  if (asked === undefined || isLate(asked, at)) return refused(ports, loaded, "late", at);
  if (session === undefined) return refused(ports, loaded, "session-ended", at);
  if (verification.state !== "awaiting-registry-data") return refused(ports, loaded, "over", at);
  if (answer.outcome === "accepted") return identified(ports, { ...loaded, session }, answer, at);
  const no = refused(ports, loaded, answer.reason, at);
  const timeline = note(verification, at, "portal-refused", answer.reason);
  return { ...no, writes: [...no.writes, { put: { ...verification, timeline } }] };
};

/** What an authentic answer comes to, and all that is written for it: its request used up with the rest. */
export const decide = async (
  ports: TakingAnswers,
  { id, answer, leaving }: { id: string; answer: PortalAnswer; leaving: Leaving | undefined },
): Promise<Outcome> => {
  const loaded = await load(ports, id);
  if (loaded === undefined) return { arrival: "late", writes: [] };
  const at = ports.clock();
  const { login } = loaded;
  const before = login.asked.find(({ requestId }) => requestId === answer.requestId);
  if (before?.answeredAt !== undefined) return refused(ports, loaded, "repeated", at);
  const { arrival, writes } = outcomeOf(ports, loaded, answer, at);
  const used = answered(login, answer.requestId, at);
  const { loggingOut: _before, ...rest } = used;
  const put =
    leaving === undefined ? rest : { ...rest, loggingOut: { requestId: leaving.requestId, arrival } };
  return { arrival, writes: [...writes, { put }] };
};
