import type { RequestedLevel } from "./level-of-assurance.ts";
import type { IsoInstant } from "./person.ts";

/** What of a user and of the key that was used can be passed on to a service provider. */
export const releasableAttributes = [
  "pseudonym",
  "authenticatorId",
  "firstName",
  "lastName",
  "birthDate",
  "email",
  "phone",
] as const;
export type ReleasableAttribute = (typeof releasableAttributes)[number];

/** What NIA knows the user and the key by already: no personal data, so nobody has to ask for it. */
export const knownToNia: readonly ReleasableAttribute[] = ["pseudonym", "authenticatorId"];

/** An authentic request of a registered service provider to log a user in: plain data, to be kept until it is answered. */
export interface LoginRequest {
  /** As the service provider chose it; unique among its own only. */
  id: string;
  /** The entity id of who asks. */
  serviceProvider: string;
  issuedAt: IsoInstant;
  /** Where the answer goes: one of the addresses in its registered metadata. */
  consumerUrl: string;
  /** Given back with the answer as it came. Never an address to go to. */
  relayState?: string;
  /** Whether a key has to be touched anew. */
  forceAuthn: boolean;
  /** Whether the user must not be asked anything. */
  isPassive: boolean;
  level: RequestedLevel;
  /** The pseudonym of the only user who may log in. */
  subject?: string;
  /** Whom the user came from, as the service provider names it for people. */
  providerName?: string;
  /** What it is told of the user: agreed with it, and asked for where it is personal data. */
  attributes: ReleasableAttribute[];
}

/** An authentic request of a service provider to end a user's login. */
export interface LogoutRequest {
  id: string;
  serviceProvider: string;
  relayState?: string;
  pseudonym: string;
  /** The logins to end, by the index that each assertion named; none means all of this user with this provider. */
  sessionIndexes: string[];
  /** How it came, and how the answer goes. */
  binding: "redirect" | "post";
}
