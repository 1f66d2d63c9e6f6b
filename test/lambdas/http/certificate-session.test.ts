import { describe, expect, it } from "vitest";
import type { Route } from "../../../lambdas/contract/route.ts";
import { type RouteName, type Routes, routes } from "../../../lambdas/contract/routes.ts";
import { CertificateNotEnough, OriginRefused } from "../../../lambdas/domain/errors.ts";
import { endpoint } from "../../../lambdas/http/endpoint.ts";
import { problemAnswer } from "../../../lambdas/http/problem.ts";
import { aSession } from "../../support/builders.ts";
import { anEvent, origin } from "./events.ts";

type UserRouteName = {
  [N in RouteName]: Routes[N]["access"] extends `operator:${string}` ? never : N;
}[RouteName];

const passed = new Error("the route's own code, or the check of what was sent");

/**
 * What a session that a certificate opened may call: everyday things. It can't add a key, change a contact or the
 * password, or do anything that a confirmation login is asked for. Each new route has to be put here by its author. `elsewhere` is
 * what only the host for certificates answers, `saml` what another site sends the browser with; the console has sessions
 * of its own.
 */
const table = {
  health: "public",
  outage: "public",
  serviceInformation: "public",
  certifiedKeys: "public",
  governmentServices: "public",
  keyPicture: "public",
  controlCode: "public",
  usernameAvailable: "public",
  register: "public",
  enterEmailPin: "public",
  enterPhonePin: "public",
  resendPin: "public",
  requestPasswordReset: "public",
  openPasswordReset: "public",
  enterPasswordResetPin: "public",
  resetPasswordWithKey: "public",
  resetPassword: "public",
  setPasswordAfterForm: "public",
  requestUnblocking: "public",
  unblock: "public",
  requestTwoFactorReset: "public",
  removeSecondFactors: "public",
  login: "public",
  loginWithKey: "public",
  session: "open",
  logout: "open",
  sessions: "open",
  endSession: "open",
  endOtherSessions: "open",
  confirm: "refused",
  confirmWithKey: "refused",
  confirmWithPin: "refused",
  profile: "open",
  changeProfile: "open",
  activity: "open",
  exportAccount: "refused",
  exportActivity: "refused",
  requestDeletion: "refused",
  cancelDeletion: "open",
  changeEmail: "refused",
  changePhone: "refused",
  enterContactPin: "refused",
  resendContactPin: "refused",
  cancelContactChange: "open",
  changePassword: "refused",
  securityKeys: "open",
  securityKeyOptions: "refused",
  addSecurityKey: "refused",
  renameSecurityKey: "open",
  removeSecurityKey: "refused",
  niaPage: "open",
  startVerification: "refused",
  cancelVerification: "open",
  comparison: "refused",
  complete: "refused",
  detach: "refused",
  reject: "refused",
  document: "open",
  loginResetForm: "public",
  loginWithCertificate: "public",
  certificates: "open",
  registerCertificate: "refused",
  proveCertificate: "refused",
  removeCertificate: "refused",
  openPortalLogin: "refused",
  askPortal: "saml",
  takePortalAnswer: "saml",
  leavePortal: "saml",
  serviceProviderMetadata: "public",
  identityProviderMetadata: "public",
  receiveLoginByRedirect: "saml",
  receiveLoginByPost: "saml",
  serviceLogin: "public",
  serviceLoginStanding: "open",
  answerServiceLogin: "refused",
  refuseServiceLogin: "public",
  logOutEverywhere: "open",
  receiveLogoutByRedirect: "saml",
  receiveLogoutByPost: "saml",
  showCertificate: "elsewhere",
  openEnrolment: "public",
  finishEnrolment: "public",
  operatorLogin: "public",
  operatorLoginWithKey: "public",
} as const satisfies Record<UserRouteName, "public" | "saml" | "open" | "refused" | "elsewhere">;

/** As a browser posts one: no other route looks at it here. */
const form = { headers: { "content-type": "application/x-www-form-urlencoded" } };

/** The session even has every confirmation, as none opened by a certificate can have. */
const session = aSession([], { method: "certificate" });
const call = async (route: Route, method = session.method) => {
  const purpose = route.access.split(":")[1];
  const until = "2026-11-23T09:05:00.000Z";
  const confirmed = purpose === undefined ? [] : [{ purpose: purpose as "link", until, keyIds: [] }];
  const open = { ...route };
  delete open.body;
  delete open.params;
  const called = endpoint(open, async () => await Promise.reject(passed))(anEvent("", form), {
    authenticate: async () => ({ ...session, method, confirmed }),
    admit: async () => undefined,
    originSecret: undefined,
    origins: [origin],
    now: () => "2026-11-23T09:04:00.000Z",
  });
  return await called.catch((error: unknown) => {
    if (error instanceof CertificateNotEnough) return "refused";
    return error instanceof OriginRefused ? "elsewhere" : error;
  });
};

describe("a session that a certificate opened", () => {
  it.each(Object.entries(table))("%s: %s", async (name, expected) => {
    const route: Route = routes[name as RouteName];
    expect(route.access === "public").toBe(expected === "public");
    expect(await call(route)).toBe(expected === "refused" || expected === "elsewhere" ? expected : passed);
  });

  it.each(Object.entries(table).filter(([, expected]) => expected === "refused"))(
    "%s is open to a session that a password opened",
    async (name) => {
      expect(await call(routes[name as RouteName], "password-and-key")).toBe(passed);
    },
  );

  it("is told why, and what to do", () => {
    const answer = problemAnswer(new CertificateNotEnough(""), "cs", "request-1");
    expect(answer.statusCode).toBe(403);
    expect(JSON.parse(answer.body ?? "")).toMatchObject({
      type: "urn:nia-link:problem:certificate-not-enough",
      detail: "Odhlaste se a přihlaste se heslem a bezpečnostním klíčem. Pak akci zopakujte.",
    });
  });
});
