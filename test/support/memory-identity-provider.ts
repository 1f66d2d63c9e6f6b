import { SamlMessageRefused } from "../../lambdas/domain/errors.ts";
import type { LoginRequest, LogoutRequest } from "../../lambdas/domain/login-request.ts";
import type { LoginFailure } from "../../lambdas/domain/saml-status.ts";
import type {
  Authentication,
  IdentityProvider,
  SamlForm,
  SamlMessage,
} from "../../lambdas/services/ports/identity-provider.ts";

/** What a message in memory says: the thing itself as JSON. */
interface Said {
  login?: LoginRequest;
  failure?: LoginFailure;
  logout?: LogoutRequest;
}

/** What a form in memory carries. */
export interface Carried {
  request: LoginRequest;
  authentication?: Authentication;
  failure?: LoginFailure;
}

export const messageOf = (said: Said): SamlMessage => ({
  binding: "post",
  body: `SAMLRequest=${encodeURIComponent(JSON.stringify(said))}`,
});

export const carriedBy = ({ fields }: SamlForm): Carried =>
  JSON.parse(fields["SAMLResponse"] ?? "") as Carried;

const said = (message: SamlMessage): Said => {
  const text = message.binding === "post" ? message.body : message.query;
  return JSON.parse(new URLSearchParams(text).get("SAMLRequest") ?? "{}") as Said;
};

const form = (carried: Carried): SamlForm => ({
  binding: "post",
  url: carried.request.consumerUrl,
  fields: { SAMLResponse: JSON.stringify(carried) },
});

/** The `IdentityProvider` port without XML: messages are JSON, and only `urn:nia` is registered. */
export const memoryIdentityProvider = (clock: () => string): IdentityProvider => {
  const replayUntil = () => new Date(Date.parse(clock()) + 600_000).toISOString();
  const read = <T extends { id: string; serviceProvider: string }>(request: T | undefined) => {
    if (request?.serviceProvider !== "urn:nia") throw new SamlMessageRefused("not registered");
    return { request, replayKey: `${request.serviceProvider} ${request.id}`, replayUntil: replayUntil() };
  };
  return {
    readLoginRequest: async (message) => {
      const { login, failure } = said(message);
      return { ...read(login), ...(failure === undefined ? {} : { failure }) };
    },
    answer: async (request, authentication) => form({ request, authentication }),
    refuse: async (request, failure) => form({ request, failure }),
    readLogoutRequest: async (message) => read(said(message).logout),
    answerLogout: async (request, outcome) => ({
      binding: "post",
      url: "https://nia.example/slo",
      fields: { SAMLResponse: JSON.stringify({ request, outcome }) },
    }),
    requestLogout: async ({ sessionIndex }) => ({
      id: "_logout",
      delivery: { binding: "redirect", url: `https://nia.example/slo?${sessionIndex}` },
    }),
    readLogoutAnswer: async () => ({ serviceProvider: "urn:nia", inResponseTo: "_logout", success: true }),
    metadata: async () => "<EntityDescriptor/>",
  };
};
