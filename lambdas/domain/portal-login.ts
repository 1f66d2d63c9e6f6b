import type { LevelOfAssurance } from "./level-of-assurance.ts";
import type { IsoInstant } from "./person.ts";
import type { PortalAnswerFault } from "./portal-answer.ts";
import { secondsAfter } from "./session-times.ts";

/** For so long NIA's portal may take to answer; the browser keeps its ticket as long. */
export const PORTAL_LOGIN_SECONDS = 15 * 60;

/** One login that was asked for at the portal. */
export interface AskedLogin {
  /** ID of the AuthnRequest. */
  requestId: string;
  /** What the portal gives back with its answer; nothing is decided by it. */
  relayState: string;
  askedAt: IsoInstant;
  level: LevelOfAssurance;
  /** An authentic answer has come: there is no second one. */
  answeredAt?: IsoInstant;
}

/** A browser's way to NIA's portal and back: whose it is, what for, and what was asked there. */
export interface PortalLogin {
  type: "portal-login";
  /** Hash of the ticket that the browser keeps. */
  id: string;
  version: number;
  accountId: string;
  sessionId: string;
  verificationId: string;
  expiresAt: IsoInstant;
  /** The page that asks is shown once: neither reloading it nor going back asks again. */
  mayAsk: boolean;
  asked: AskedLogin[];
  /** The logout there that is under way, and where the browser goes after it. */
  loggingOut?: { requestId: string; arrival: Arrival };
}

/** Why a browser comes back from the portal with nothing; the web app has a page for each. */
export const portalFailures = [
  /** Not everything that is needed was passed on. */
  "consent",
  "cancelled",
  "failed",
  /** Another means than one of the level that is needed. */
  "level",
  /** An answer that proves nothing. */
  "not-accepted",
  /** Data that can't be used, whoever they are of. */
  "unusable",
  /** The answer was taken before. */
  "repeated",
  /** It took too long, or this is another browser. */
  "late",
  "session-ended",
  /** The verification has been answered or has ended since. */
  "over",
  "unavailable",
] as const;
export type PortalFailure = (typeof portalFailures)[number];

/** Where a browser that comes from the portal goes on: to the table, to the NIA page, or to one that says why not. */
export type Arrival = "compare" | "nia" | PortalFailure;

/** Of the ways that a browser asks anew for the same thing, one ticket holds all: the answer to any of them is good. */
export const serves = (
  login: PortalLogin,
  { accountId, sessionId, verificationId }: Pick<PortalLogin, "accountId" | "sessionId" | "verificationId">,
): boolean =>
  login.accountId === accountId && login.sessionId === sessionId && login.verificationId === verificationId;

/** The portal is asked for one login more. */
export const asking = (login: PortalLogin, asked: AskedLogin): PortalLogin => ({
  ...login,
  mayAsk: false,
  expiresAt: secondsAfter(asked.askedAt, PORTAL_LOGIN_SECONDS),
  asked: [...login.asked, asked],
});

/** An authentic answer uses its request up, whatever it says and whatever comes of it. */
export const answered = (login: PortalLogin, requestId: string, at: IsoInstant): PortalLogin => ({
  ...login,
  asked: login.asked.map((one) => (one.requestId === requestId ? { ...one, answeredAt: at } : one)),
});

/** Whether the answer to a request comes too late. */
export const isLate = ({ askedAt }: AskedLogin, now: IsoInstant): boolean =>
  secondsAfter(askedAt, PORTAL_LOGIN_SECONDS) <= now;

/** What the person is told of an answer that is not believed: what can be done about it, and nothing for a forger. */
export const failureOf = (fault: PortalAnswerFault): PortalFailure => {
  if (fault === "request") return "late";
  if (fault === "level") return "level";
  return fault === "person" ? "unusable" : "not-accepted";
};
