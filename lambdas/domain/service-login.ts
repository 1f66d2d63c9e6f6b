import type { Account } from "./account.ts";
import { type LevelOfAssurance, reachedLevel, satisfies } from "./level-of-assurance.ts";
import type { LoginRequest, ReleasableAttribute } from "./login-request.ts";
import type { IsoInstant } from "./person.ts";
import type { Session } from "./records.ts";
import type { LoginFailure } from "./saml-status.ts";
import { isUsable, type SecurityKey } from "./security-key.ts";

/** A login to a government service that the browser has brought, until it is answered; kept so that it is so once. */
export interface ServiceLogin {
  type: "service-login";
  /** Made of who asks and the id it chose: a second one of the same name is a replay. */
  id: string;
  version: number;
  /** Hash of what the browser holds that brought it. */
  browserHash: string;
  request: LoginRequest;
  startedAt: IsoInstant;
  expiresAt: IsoInstant;
  answeredAt?: IsoInstant;
}

/** A login that a service provider was told of: it lasts until either side ends it. */
export interface ServiceSession {
  type: "service-session";
  accountId: string;
  /** The session index that the service provider knows it by. */
  id: string;
  version: number;
  /** Our own session that it was made in. */
  sessionId: string;
  serviceProvider: string;
  pseudonym: string;
  startedAt: IsoInstant;
  expiresAt: IsoInstant;
}

/** How long a user may take from the service to the answer, in seconds. */
export const SERVICE_LOGIN_SECONDS = 900;

/** How old the touch of a key may be that logs in without another one, in seconds. */
export const FRESH_TOUCH_SECONDS = 300;

/** The level at which a link proves who its user is; of a linked key it is the same (product.md, "Words"). */
export const LINK_LEVEL: LevelOfAssurance = "substantial";

/** The level of a login with this key; none with one that NIA does not hold as active, or that may have a copy. */
export const levelWith = (key: SecurityKey): LevelOfAssurance | undefined =>
  key.link === undefined || !isUsable(key)
    ? undefined
    : reachedLevel({ identity: LINK_LEVEL, key: LINK_LEVEL, state: key.link.state });

/** Whether a touch of it logs in to government services. */
export const opensServices = (key: SecurityKey): boolean => levelWith(key) !== undefined;

/** Why this account can't be logged in there, whatever its user does now; undefined where it can. */
export const obstacleTo = (
  { level, subject }: Pick<LoginRequest, "level" | "subject">,
  { link }: Pick<Account, "link">,
  keys: readonly SecurityKey[],
): LoginFailure | undefined => {
  if (!satisfies(LINK_LEVEL, level)) return "level-unreachable";
  if (link === undefined) return "not-linked";
  if (link.state === "suspended") return "link-suspended";
  if (subject !== undefined && subject !== link.pseudonym) return "another-subject";
  return keys.some(opensServices) ? undefined : "no-allowed-key";
};

/** What a touch must be younger than to count for this login. */
const touchedAfter = ({ request, startedAt }: ServiceLogin, now: IsoInstant): IsoInstant =>
  request.forceAuthn ? startedAt : new Date(Date.parse(now) - FRESH_TOUCH_SECONDS * 1000).toISOString();

/** The key whose touch in this session counts for this login, and when it was; undefined where one is to be touched now. */
export const touchFor = (
  login: ServiceLogin,
  session: Session,
  keys: readonly SecurityKey[],
  now: IsoInstant,
): { key: SecurityKey; at: IsoInstant } | undefined => {
  const { touched, method } = session;
  if (touched === undefined || method === "certificate" || touched.at < touchedAfter(login, now))
    return undefined;
  const key = keys.find(({ id }) => id === touched.keyId);
  return key === undefined || !opensServices(key) ? undefined : { key, at: touched.at };
};

/** How users know who asks: as NIA names the service that sent them there, or NIA itself. */
export const serviceName = ({ providerName }: Pick<LoginRequest, "providerName">): string =>
  providerName ?? "NIA";

/** The values of what a service provider is told, of those that the account has. */
export const releasedValues = (
  wanted: readonly ReleasableAttribute[],
  { person, email, phone, link }: Account,
  key: SecurityKey,
): Partial<Record<ReleasableAttribute, string>> => {
  const values: Record<ReleasableAttribute, string | undefined> = {
    pseudonym: link?.pseudonym,
    authenticatorId: key.link?.authenticatorId,
    firstName: person.firstName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    email: email.value,
    phone: phone.value,
  };
  return Object.fromEntries(
    wanted.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
};

/** The logins to services that were made in a session and may still go on, the newest first. */
export const servicesOpenIn = (
  serviceSessions: readonly ServiceSession[],
  session: Pick<Session, "id">,
  now: IsoInstant,
): ServiceSession[] =>
  serviceSessions
    .filter(({ sessionId, expiresAt }) => sessionId === session.id && expiresAt > now)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
