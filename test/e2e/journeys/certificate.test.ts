import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Identity } from "../../../local/certificates.ts";
import { aUserCertificate } from "../../support/client-certificates.ts";
import { sharedProduct } from "../support/shared-product.ts";
import { aUser } from "../support/user.ts";

const { endpoints, model } = sharedProduct();
const { demoCertificate = "", certificates: host = "" } = endpoints;
const { authority } = JSON.parse(
  readFileSync(join(dirname(demoCertificate), "../certificates.json"), "utf8"),
) as { authority: Identity };

/** A browser goes to the host for certificates and back: what the fragment says, and the secret it has kept. */
const show = async ({ certificatePem, privateKeyPem }: Identity) => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const location = await new Promise<string>((resolve, reject) => {
    request(
      `${host}/api/certificate?challenge=${challenge}`,
      { cert: certificatePem, key: privateKeyPem, ca: authority.certificatePem, agent: false },
      (answer) => {
        answer.resume();
        resolve(answer.headers.location ?? `status ${answer.statusCode}`);
      },
    )
      .once("error", reject)
      .end();
  });
  expect(location).toMatch(new RegExp(`^${endpoints.web}/certificate#`, "u"));
  const said = new URLSearchParams(new URL(location).hash.slice(1));
  return { code: said.get("code") ?? "", refused: said.get("refused"), verifier };
};

describe("a certificate, on the whole product", () => {
  it("is registered, proven, logs in for everyday things, and is removed", async () => {
    const user = aUser({ endpoints, model });
    const mine = await aUserCertificate(authority);
    await user.register();
    await user.logIn();
    const early = await user.call<{ type: string }>("POST", "/me/confirmations", {
      purpose: "add-certificate",
      password: user.person.password,
    });
    expect(early).toMatchObject({ status: 409, body: { type: "urn:nia-link:problem:security-key-missing" } });
    await user.addKey();
    await user.logIn();

    await user.confirm("add-certificate");
    const { id } = await user.must<{ id: string }>("POST", "/me/certificates", {
      certificate: mine.certificatePem,
    });
    const { code, verifier } = await show(mine);
    await user.must("POST", "/me/certificates/proof", { code, verifier });
    await user.message(user.person.email, /certifikát/iu);

    const shown = await show(mine);
    const login = { code: shown.code, verifier: shown.verifier };
    await user.must("POST", "/login/certificate", login);
    expect(await user.must("GET", "/session")).toMatchObject({ method: "certificate" });
    expect(await user.must("GET", "/me")).toMatchObject({ username: user.person.username });
    const refused = await user.call<{ type: string }>("POST", "/me/confirmations", {
      purpose: "add-key",
      password: user.person.password,
    });
    expect(refused).toMatchObject({
      status: 403,
      body: { type: "urn:nia-link:problem:certificate-not-enough" },
    });
    expect(await user.call("POST", "/login/certificate", login)).toMatchObject({ status: 410 });

    await user.logIn();
    await user.must("DELETE", `/me/certificates/${id}`);
    const after = await show(mine);
    expect(
      await user.call("POST", "/login/certificate", { code: after.code, verifier: after.verifier }),
    ).toMatchObject({ status: 422 });
  });

  it("does nothing through the API's own address", async () => {
    const answer = await fetch(`${endpoints.api}/certificate?challenge=${"c".repeat(43)}`, {
      redirect: "manual",
    });
    expect(answer.status).toBe(404);
  });
});
