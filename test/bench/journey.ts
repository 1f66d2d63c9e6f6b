import { randomBytes, randomInt } from "node:crypto";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { linkSubject, pinSubject } from "../../lambdas/domain/pin.ts";
import { makeRecordRegistryData } from "../../lambdas/services/link/record-registry-data.ts";
import { hashOf } from "../../lambdas/services/sessions/token.ts";
import type { Authenticator } from "../e2e/support/authenticator.ts";
import { anAccount, anAnswer } from "../support/builders.ts";
import type { Api } from "./api.ts";
import { PICTURE, type Storage } from "./stored.ts";

interface Step {
  state: string;
  handle: string;
  confirmationId: string;
  options: { challenge: string; allowCredentials: { id: string }[] };
}
interface Ids {
  id: string;
  registrationId: string;
  ceremonyId: string;
  digest: string;
  options: { challenge: string };
}

const password = "correct horse battery";

/** The name and status of a request that ends at the check of its session. */
export const sessionCheck = { name: "(session check alone)", status: 403 };
const wrongPassword = { name: "(wrong password)", status: 401 };

/** A new user who goes through every route of the API, each at least once. */
export const travel = async (
  { ask, forgetCookie, accountId }: Api,
  storage: Storage,
  key: Authenticator,
  shown: { certificatePem: string; host: string },
) => {
  const username = `user${randomBytes(5).toString("hex")}`;
  const login = { login: `${username}@example.cz`, password };
  const { citizenship, language, person } = anAccount();
  const pinOf = async (purpose: Parameters<typeof pinSubject>[0], id: string, round: number) => ({
    pin: await storage.derivePin(pinSubject(purpose, id, round)),
  });
  const controlCode = async () => {
    const challenge = await ask<Challenge>("controlCode");
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
  };

  const register = async () => {
    await ask("usernameAvailable", { body: { username, controlCode: await controlCode() } });
    const phone = `+42060${randomInt(1_000_000, 9_999_999)}`;
    const form = { username, ...person, citizenship, language, phone, email: login.login, password };
    const body = { ...form, controlCode: await controlCode() };
    const { registrationId: id } = await ask<Ids>("register", { body });
    await ask("enterEmailPin", { params: { id }, body: await pinOf("email-pin", id, 1) });
    await ask("resendPin", { params: { id } });
    await ask("enterPhonePin", { params: { id }, body: await pinOf("phone-pin", id, 2) });
  };

  const confirm = async (purpose: string, keyIds?: string[]) => {
    const asked = keyIds === undefined ? { purpose, password } : { purpose, password, keyIds };
    const { state, confirmationId: id, options } = await ask<Step>("confirm", { body: asked });
    if (state === "phone-pin-needed" || state === "email-pin-needed")
      await ask("confirmWithPin", { params: { id }, body: await pinOf("confirmation-pin", id, 1) });
    else await ask("confirmWithKey", { params: { id }, body: { response: key.get(options) } });
  };

  const useAccount = async () => {
    await ask("login", { body: login });
    for (const route of ["session", "profile", "activity", "securityKeys"] as const) await ask(route);
    await ask("changeProfile", { body: { language: "en" } });
    const [other] = (await ask<{ sessions: { id: string }[] }>("sessions")).sessions;
    forgetCookie();
    await ask("login", { body: login });
    await ask("endSession", { params: { id: other?.id ?? "" } });
    forgetCookie();
    await ask("login", { body: login });
    await ask("endOtherSessions");
  };

  const changeContact = async (kind: "email" | "phone", value: string) => {
    await confirm(`change-${kind}`);
    const change = kind === "email" ? "changeEmail" : "changePhone";
    const { id } = await ask<Ids>(change, { body: { [kind]: value } });
    await ask("resendContactPin", { params: { id } });
    await ask("enterContactPin", { params: { id }, body: await pinOf("contact-pin", id, 2) });
  };
  const changeAccess = async () => {
    await changeContact("email", `new.${login.login}`);
    await changeContact("email", login.login);
    await changeContact("phone", `+42060${randomInt(1_000_000, 9_999_999)}`);
    await confirm("change-phone");
    const body = { phone: `+42060${randomInt(1_000_000, 9_999_999)}` };
    const { id } = await ask<Ids>("changePhone", { body });
    await ask("cancelContactChange", { params: { id } });
    await confirm("change-password");
    await ask("changePassword", { body: { password } });
  };

  const resetPassword = async () => {
    await ask("requestPasswordReset", { body: { login: username, controlCode: await controlCode() } });
    const params = { id: await storage.newestReset() };
    const secret = await storage.deriveLinkSecret(linkSubject("password-reset", params.id));
    await ask("openPasswordReset", { params, body: { secret } });
    const code = { secret, ...(await pinOf("reset-pin", params.id, 1)) };
    const { handle, options } = await ask<Step>("enterPasswordResetPin", { params, body: code });
    await ask("resetPasswordWithKey", { params, body: { handle, response: key.get(options) } });
    await ask("resetPassword", { params, body: { handle, password } });
  };
  const resetTwoFactor = async () => {
    const body = { login: username, controlCode: await controlCode() };
    const { id } = await ask<Ids>("requestTwoFactorReset", { body });
    const { pin: emailPin } = await pinOf("two-factor-reset-email-pin", id, 1);
    const { pin: phonePin } = await pinOf("two-factor-reset-phone-pin", id, 1);
    await ask("removeSecondFactors", { params: { id }, body: { emailPin, phonePin, password } });
    forgetCookie();
    await ask("login", { body: login });
  };
  const setPasswordAfterForm = async (owner: string) => {
    const { records } = storage.writing;
    const { account } = (await records.account(owner)) ?? {};
    const id = randomBytes(16).toString("hex");
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const passwordMark = hashOf(account?.passwordHash ?? "");
    const reset = { accountId: owner, id, version: 0, expiresAt, passwordMark, round: 0, wrongPins: 0 };
    await records.commit([{ put: { type: "password-reset", ...reset, step: "password", byForm: true } }]);
    const secret = await storage.deriveLinkSecret(linkSubject("login-reset", id));
    await ask("setPasswordAfterForm", { params: { id }, body: { secret, password } });
  };
  const unblock = async () => {
    for (let wrong = 0; wrong < 6; wrong += 1)
      await ask("login", { body: { ...login, password: "wrong" }, as: wrongPassword });
    const body = { login: username, controlCode: await controlCode() };
    const { id } = await ask<Ids>("requestUnblocking", { body });
    await ask("unblock", { params: { id }, body: await pinOf("unblock-pin", id, 1) });
  };

  const addKey = async (): Promise<string> => {
    await confirm("add-key");
    const { ceremonyId, options } = await ask<Ids>("securityKeyOptions");
    const body = { ceremonyId, name: "Blue key", response: key.create(options) };
    const { id } = await ask<Ids>("addSecurityKey", { body });
    await ask("renameSecurityKey", { params: { keyId: id }, body: { name: "Red key" } });
    return id;
  };

  const logInWithKey = async () => {
    forgetCookie();
    const { handle, options } = await ask<Step>("login", { body: login });
    await ask("loginWithKey", { body: { handle, response: key.get(options) } });
  };

  const showCertificate = async () => {
    const verifier = randomBytes(32).toString("base64url");
    const { location } = await ask<{ location: string }>("showCertificate", {
      query: { challenge: hashOf(verifier) },
      requestContext: {
        domainName: shown.host,
        authentication: { clientCert: { clientCertPem: shown.certificatePem } },
      },
    });
    return { code: location.split("#code=")[1], verifier };
  };

  const useCertificate = async () => {
    await confirm("add-certificate");
    const body = { certificate: shown.certificatePem };
    const { id } = await ask<Ids>("registerCertificate", { body });
    await ask("proveCertificate", { body: await showCertificate() });
    await ask("certificates");
    forgetCookie();
    await ask("loginWithCertificate", { body: await showCertificate() });
    await logInWithKey();
    await ask("removeCertificate", { params: { id } });
  };

  const start = async (keyIds: string[]) =>
    await ask<Ids>("startVerification", { body: { method: "czech-point", keyIds } });
  const answered = async (keyIds: string[]) => {
    const { id } = await start(keyIds);
    const named = { accountId: accountId(), verificationId: id };
    const office = makeRecordRegistryData(storage.writing);
    await office({ ...named, answer: anAnswer(), messageId: randomBytes(4).toString("hex") });
    return { id };
  };

  for (const route of [
    "loginResetForm",
    "health",
    "serviceInformation",
    "certifiedKeys",
    "outage",
    "governmentServices",
  ] as const)
    await ask(route);
  await ask("keyPicture", { params: { picture: PICTURE } });
  await register();
  await useAccount();
  await addKey();
  await resetTwoFactor();
  const keyId = await addKey();
  await resetPassword();
  await unblock();
  await logInWithKey();
  await useCertificate();
  await changeAccess();
  await ask("comparison", { params: { id: "0".repeat(32) }, as: sessionCheck });

  await confirm("link", [keyId]);
  await ask("niaPage");
  const cancelled = await start([keyId]);
  await ask("document", { params: { id: cancelled.id } });
  await ask("cancelVerification", { params: { id: cancelled.id } });

  const rejected = await answered([keyId]);
  await confirm("complete-link");
  await ask("reject", { params: rejected });

  const completed = await answered([keyId]);
  const { digest } = await ask<Ids>("comparison", { params: completed });
  await ask("complete", { params: completed, body: { digest } });
  await confirm("export");
  await ask("exportAccount");
  await ask("exportActivity");
  await confirm("delete-account");
  await ask("requestDeletion");
  await ask("cancelDeletion");
  await confirm("detach");
  await ask("detach");
  await confirm("remove-key");
  await ask("removeSecurityKey", { params: { keyId } });
  const owner = accountId();
  await ask("logout");
  await setPasswordAfterForm(owner);
  forgetCookie();
};
