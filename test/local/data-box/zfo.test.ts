import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SealKind } from "../../../local/data-box/message.ts";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { ISDS, call, deliver, idField, json, list, startSimulator, texts } from "./setup.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const SEALED = "http://isds.czechpoint.cz/v20/message";

describe.skipIf(!hasOpenssl)("a signed message, as openssl sees it", () => {
  const folder = mkdtempSync(join(tmpdir(), "zfo-"));
  let simulator: DataBoxSimulator;
  beforeAll(async () => {
    simulator = await startSimulator();
    writeFileSync(join(folder, "roots.pem"), simulator.sealRoots.join(""));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await simulator.close();
  });

  async function zfo(seal: SealKind): Promise<Buffer> {
    const contentBase64 = Buffer.alloc(40_000, "x").toString("base64");
    const file = { name: "a.txt", mimeType: "text/plain", metaType: "main", contentBase64 };
    const [id = ""] = await deliver(simulator, { seal, annotation: "Věc", files: [file] });
    await list(simulator);
    const answer = await (await call(simulator, "SignedMessageDownload", idField(id))).text();
    return Buffer.from(texts(answer, "dmSignature")[0] ?? "", "base64");
  }

  function verified(bytes: Buffer): string {
    const path = join(folder, "message.zfo");
    writeFileSync(path, bytes);
    const roots = join(folder, "roots.pem");
    const options = [
      "-verify",
      "-inform",
      "DER",
      "-in",
      path,
      "-CAfile",
      roots,
      "-purpose",
      "any",
      "-binary",
    ];
    return execFileSync("openssl", ["cms", ...options], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  }

  it("verifies to the root, and holds the message under a hash of its bytes", async () => {
    const document = verified(await zfo("valid"));
    const root = new DOMParser().parseFromString(document, "text/xml").documentElement;
    expect([root?.namespaceURI, root?.localName]).toEqual([SEALED, "MessageDownloadResponse"]);
    expect(root?.getElementsByTagNameNS(ISDS, "dmAnnotation")[0]?.textContent).toBe("Věc");
    const hash = root?.getElementsByTagNameNS(SEALED, "dmHash")[0]?.textContent;
    const bytes = /<p:dmDm[ >].*<\/p:dmDm>/s.exec(document)?.[0] ?? "";
    expect(hash).toBe(createHash("sha256").update(bytes).digest("base64"));
  });

  it("is written in BER with indefinite lengths, the content in pieces", async () => {
    const bytes = await zfo("valid");
    expect([...bytes.subarray(0, 2)]).toEqual([0x30, 0x80]);
    expect(bytes.includes(Buffer.from([0x24, 0x80, 0x04, 0x82, 0x40, 0x00]))).toBe(true);
  });

  it("is signed anew at each download", async () => {
    const [id = ""] = await deliver(simulator, {});
    await list(simulator);
    const download = async (): Promise<string> => {
      const answer = await (await call(simulator, "SignedMessageDownload", idField(id))).text();
      return texts(answer, "dmSignature")[0] ?? "";
    };
    const first = await download();
    await json(simulator, "POST", "/_sim/clock", { advanceDays: 1 });
    expect(await download()).not.toBe(first);
  });

  it.each(["foreign", "tampered", "none"] as const)("fails with the seal %s", async (seal) => {
    const bytes = await zfo(seal);
    expect(() => verified(bytes)).toThrow("openssl");
  });
});
