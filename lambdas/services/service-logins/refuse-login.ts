import type { LoginFailure } from "../../domain/saml-status.ts";
import { obstacleTo, serviceName } from "../../domain/service-login.ts";
import type { IdentityProvider, SamlForm } from "../ports/identity-provider.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { type Brought, openLogin } from "./open-login.ts";

/** What a user may say instead of logging in: not now, or not this service. */
export type Refusal = Extract<LoginFailure, "cancelled" | "release-refused">;

/**
 * The user goes back without a login. Where no account could be logged in as it is asked for, that is the reason; what
 * is wrong with an account is not for the service to know. Throws as `openLogin` does.
 */
export const makeRefuseLogin =
  (writing: Writing & { identityProvider: IdentityProvider }) =>
  async (command: Brought & { refusal: Refusal }): Promise<SamlForm> =>
    await retrying(async () => {
      const { records, clock, identityProvider } = writing;
      const login = await openLogin(writing, command);
      const unreachable = obstacleTo(login.request, {}, []) === "level-unreachable";
      const failure = unreachable ? "level-unreachable" : command.refusal;
      const form = await identityProvider.refuse(login.request, failure);
      const at = clock();
      await records.commit([
        { put: { ...login, answeredAt: at } },
        audited(writing, at, {
          action: "service-login-refused",
          actor: "user",
          reason: failure,
          service: serviceName(login.request),
        }),
      ]);
      return form;
    });
