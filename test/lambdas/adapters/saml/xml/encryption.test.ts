import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";
import type { Cipher } from "../../../../../lambdas/adapters/saml/xml/ciphers.ts";
import { decryptElement } from "../../../../../lambdas/adapters/saml/xml/decrypt.ts";
import { encryptElement } from "../../../../../lambdas/adapters/saml/xml/encrypt.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import { hasShared, sharedPath } from "../../../../support/shared.ts";

let [ours, other]: Identity[] = [];
beforeAll(async () => {
  ours = await selfSigned({ commonName: "receiver" });
  other = await selfSigned({ commonName: "somebody else" });
});

const decrypt = (xml: string, keys = [ours!.privateKeyPem]): string =>
  decryptElement(parseXml(xml), keys).toString();

describe.each<Cipher>(["aes256-cbc", "aes256-gcm"])("%s", (cipher) => {
  const encrypt = (text: string): string =>
    encryptElement(text, { certificatePem: ours!.certificatePem, cipher });

  it.each([0, 1, 15, 16, 17, 31, 32, 1000])("gives %i characters back", (length) => {
    expect(decrypt(encrypt("x".repeat(length)))).toBe("x".repeat(length));
  });

  it("finds the key among several", () => {
    expect(decrypt(encrypt("text"), [other!.privateKeyPem, ours!.privateKeyPem])).toBe("text");
  });

  const cut = (xml: string): string =>
    xml.replace(
      /CipherValue>[^<]+(?=<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData)/,
      "CipherValue>AAAA",
    );
  const algorithm = (from: string, to: string) => (xml: string) => {
    expect(xml).toContain(from);
    return xml.replace(from, to);
  };

  it.each<[string, (xml: string) => string, string]>([
    ["cut short", cut, "not to be decrypted"],
    ["of another key length", algorithm(cipher, cipher.replace("256", "128")), "EncryptionMethod"],
    ["under PKCS#1 v1.5", algorithm("rsa-oaep-mgf1p", "rsa-1_5"), "EncryptionMethod of the key"],
    ["under OAEP of another digest", algorithm("xmldsig#sha1", "xmldsig-more#sha224"), "DigestMethod"],
    [
      "under OAEP with parameters",
      algorithm("<ds:DigestMethod", "<xenc:OAEPparams>AA==</xenc:OAEPparams><ds:DigestMethod"),
      "EncryptionMethod of the key",
    ],
    [
      "by a key that is elsewhere",
      (xml) => xml.replace(/<ds:KeyInfo><xenc:EncryptedKey>.*<\/ds:KeyInfo>/, ""),
      "KeyInfo",
    ],
    ["with a key twice", (xml) => xml.replace(/<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/, "$&$&"), "twice"],
  ])("is refused %s", (_, spoil, why) => {
    expect(() => decrypt(spoil(encrypt("text")))).toThrow(why);
  });

  it("fails alike for another's key and for a changed text", () => {
    const message = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return String(error);
      }
      return "none";
    };
    const foreign = message(() => decrypt(encrypt("text"), [other!.privateKeyPem]));
    expect(foreign).toBe("Malformed: not to be decrypted");
    expect(message(() => decrypt(cut(encrypt("text"))))).toBe(foreign);
  });
});

describe.skipIf(!hasShared)("an assertion that NIA encrypted in 2019", () => {
  it("opens with its receiver's key", () => {
    const nia = (name: string): string => readFileSync(sharedPath(`nia-saml/${name}`), "utf8");
    const data = parseXml(nia("stripped.xml").trim()).getElementsByTagName("xenc:EncryptedData")[0];
    const plain = decryptElement(data!, [ours!.privateKeyPem, nia("key.pem")]).toString();
    expect(plain).toMatch(/^<Assertion ID="_5a8a0c35-.*<\/Assertion>$/s);
  });
});
