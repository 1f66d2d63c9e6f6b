import type { LevelOfAssurance } from "../../domain/level-of-assurance.ts";
import type { LoginRequest, LogoutRequest, ReleasableAttribute } from "../../domain/login-request.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { LoginFailure } from "../../domain/saml-status.ts";

/**
 * A message as the browser brought it: the query after the question mark, or the form as it was sent, in both cases
 * not decoded and not put together anew. What is signed in a query is its very octets.
 */
export type SamlMessage = { binding: "redirect"; query: string } | { binding: "post"; body: string };

/**
 * How a message goes out by the browser. `post`: a form that submits itself to `url`, fields hidden and escaped, with
 * a button where there are no scripts, `form-action` of that origin alone, and `Cache-Control: no-store`.
 */
export type SamlDelivery = { binding: "redirect"; url: string } | SamlForm;
export interface SamlForm {
  binding: "post";
  url: string;
  fields: Readonly<Record<string, string>>;
}

/** A login that took place. */
export interface Authentication {
  /** Bsi, as TR_ZTOTOZNENI gave it. */
  pseudonym: string;
  level: LevelOfAssurance;
  /** When the key was touched. */
  authenticatedAt: IsoInstant;
  /** Random, one a login: what the service provider names this login by when it logs the user out. */
  sessionIndex: string;
  /** At least those that the request's `attributes` name and the user has; others do not go out. */
  attributes: Readonly<Partial<Record<ReleasableAttribute, string>>>;
}

/**
 * The identity provider's side of SAML 2.0 (nia-saml.md, B): reads what registered service providers send, and writes
 * what they are sent. It keeps no state: that a request is answered once, and whose browser it belongs to, is for the
 * services.
 *
 * Reading throws `SamlMessageRefused` where a message is not provably of a registered service provider, of now and for
 * us, or names an address that is not registered: nothing may be sent anywhere then. Its text says which check failed,
 * for the log alone.
 */
export interface IdentityProvider {
  /**
   * A request to log a user in. `failure`: authentic, but it can't be fulfilled, which `refuse` tells who asked. Its
   * `replayKey` is to be claimed until `replayUntil` before anything else happens: a second one is a replay.
   */
  readLoginRequest(message: SamlMessage): Promise<ReadMessage<LoginRequest> & { failure?: LoginFailure }>;
  /** A signed answer with one signed assertion, good for five minutes; encrypted where the metadata ask for it. */
  answer(request: LoginRequest, authentication: Authentication): Promise<SamlForm>;
  /** A signed answer that says why there is no login, and no more than that. */
  refuse(request: LoginRequest, failure: LoginFailure): Promise<SamlForm>;

  /** A request to log a user out: it is signed, else it is refused. Its `replayKey` is to be claimed likewise. */
  readLogoutRequest(message: SamlMessage): Promise<ReadMessage<LogoutRequest>>;
  /** `partial`: here the login is ended, but not everywhere. */
  answerLogout(request: LogoutRequest, outcome: "success" | "partial"): Promise<SamlDelivery>;
  /** Tells a service provider that a login has ended here; undefined where it takes no such messages. */
  requestLogout(
    login: { serviceProvider: string } & Pick<Authentication, "pseudonym" | "sessionIndex">,
  ): Promise<{ id: string; delivery: SamlDelivery } | undefined>;
  /** What became of our request to log out: the request it answers, and whether the service provider did so. */
  readLogoutAnswer(
    message: SamlMessage,
  ): Promise<{ serviceProvider: string; inResponseTo: string; success: boolean }>;

  /** Our signed metadata: XML, made anew after some hours at the earliest. */
  metadata(): Promise<string>;
}

export interface ReadMessage<T> {
  request: T;
  /** Stands for who asked and the id it chose. */
  replayKey: string;
  /** Until then the same message would be taken as one of now. */
  replayUntil: IsoInstant;
}
