import { Conflict, SamlMessageRefused } from "../../domain/errors.ts";
import type { LoginFailure } from "../../domain/saml-status.ts";
import { SERVICE_LOGIN_SECONDS, type ServiceLogin, serviceName } from "../../domain/service-login.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { IdentityProvider, SamlForm, SamlMessage } from "../ports/identity-provider.ts";
import type { Write } from "../ports/records.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";

/** 128 bits of the hash in hexadecimal: whoever knows it knows nothing. */
const nameOf = (replayKey: string): string =>
  Buffer.from(hashOf(replayKey), "base64url").toString("hex").slice(0, 32);

const later = (one: string, other: string): string => (one > other ? one : other);

const refusalAudited = (
  writing: Writing,
  { request, startedAt }: ServiceLogin,
  reason: LoginFailure | undefined,
): Write[] => {
  if (reason === undefined) return [];
  const service = serviceName(request);
  return [audited(writing, startedAt, { action: "service-login-refused", actor: "system", reason, service })];
};

/** What a browser goes on with: our page for this login, or a form for the service provider where nobody is to be asked. */
export type Received = { loginId: string; browser: string } | { refusal: SamlForm };

/**
 * A service provider asks by a browser to log its user in: kept, bound to that browser (which may have brought others,
 * in other tabs). Throws `SamlMessageRefused`, also to what was there before: nothing is sent anywhere then.
 */
export const makeReceiveLogin =
  (writing: Writing & { identityProvider: IdentityProvider }) =>
  async (command: { message: SamlMessage; browser: string | undefined }): Promise<Received> => {
    const { records, clock, random, identityProvider } = writing;
    const { request, failure, replayKey, replayUntil } = await identityProvider.readLoginRequest(
      command.message,
    );
    const at = clock();
    const browser = command.browser ?? makeHandle(random);
    const refused = failure ?? (request.isPassive ? "passive" : undefined);
    const login: ServiceLogin = {
      type: "service-login",
      id: nameOf(replayKey),
      version: 0,
      browserHash: hashOf(browser),
      request,
      startedAt: at,
      expiresAt: later(secondsAfter(at, SERVICE_LOGIN_SECONDS), replayUntil),
      ...(refused === undefined ? {} : { answeredAt: at }),
    };
    const refusal = refused && (await identityProvider.refuse(request, refused));
    try {
      await records.commit([{ put: login }, ...refusalAudited(writing, login, refused)]);
    } catch (error) {
      if (error instanceof Conflict) throw new SamlMessageRefused("a request that was there before");
      throw error;
    }
    return refusal === undefined ? { loginId: login.id, browser } : { refusal };
  };
