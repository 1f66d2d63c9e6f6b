import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UsageError, readArguments } from "../../bin/nia/arguments.ts";
import { connectionOf } from "../../bin/nia/connection.ts";
import { transactionOf } from "../../bin/nia/transactions.ts";
import { type Rig, startRig } from "../local/nia/rig.ts";

let rig: Rig;
let folder: string;
let connection: string[];

beforeAll(async () => {
  rig = await startRig();
  folder = mkdtempSync(join(tmpdir(), "nia-command-"));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const { endpoints, realms, stsCertificates } = rig.simulator;
  // as a running product leaves them
  file("settings.json", JSON.stringify({ nia: { endpoints, realms, stsCertificates } }));
  file("identities.json", JSON.stringify({ nia: rig.client }));
  connection = [
    "--stage",
    "dev",
    "--timeout",
    "2",
    "--ipsts",
    endpoints.ipsts,
    "--fpsts",
    endpoints.fpsts,
    "--public",
    endpoints.public,
    "--fpsts-realm",
    realms.fpsts,
    "--public-realm",
    realms.public,
    "--ipsts-certificate",
    file("ipsts.pem", stsCertificates.ipsts.join("\n")),
    "--fpsts-certificate",
    file("fpsts.pem", stsCertificates.fpsts.join("\n")),
    "--key",
    file("key.pem", rig.client.privateKeyPem),
    "--certificate",
    file("certificate.pem", rig.client.certificatePem),
  ];
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await rig.simulator.close();
});
beforeEach(() => rig.control("POST", "reset"));

interface Ended {
  status: number;
  out: string;
  err: string;
}

const run = (args: string[], input = "", env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const script = join(import.meta.dirname, "../../bin/nia.ts");
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, ...env } },
      (error, out, err) => resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
const jana = ["--first-name", "Jana", "--last-name", "Nováková", "--birth-date", "1988-04-12"];
const identify = ["identify", ...jana, "--document", "ID:900000101"];
const pseudonym = async (): Promise<string> => {
  const { out } = await run([...identify, "--json", ...connection]);
  return (JSON.parse(out) as { pseudonym: string }).pseudonym;
};

describe("the command for NIA", () => {
  it("finds a person, and says what happened on the way", async () => {
    const { status, out, err } = await run([...identify, ...connection]);
    expect(status).toBe(0);
    expect(out).toMatch(/^Pseudonym: +[0-9a-f-]{36}$/m);
    expect(out).toMatch(/^Last name: +NOVÁKOVÁ$/m);
    expect(out).toMatch(/^Correlation id: +[0-9A-F]{32}$/m);
    expect(err).toMatch(/^IPSTS +\d+ ms {2}ok, its clock \d\.\d s (?:ahead|behind)$/m);
    expect(err).toMatch(/^TR_ZTOTOZNENI +\d+ ms {2}ok/m);
  });

  it("records a key, changes it, and reads what the feed says of it", async () => {
    const key = ["--pseudonym", await pseudonym(), "--authenticator", "key-1"];
    const first = await run(["write", ...key, ...connection]);
    const second = await run(["write", ...key, ...connection]);
    const changed = await run(["change", ...key, "--state", "Ukonceny", ...connection]);
    const missing = await run([
      "change",
      "--pseudonym",
      "b",
      "--authenticator",
      "k",
      "--state",
      "Ukonceny",
      ...connection,
    ]);
    expect(
      [first, second, changed, missing].map(({ status, out }) => [status, /Outcome: +(\S+)/.exec(out)?.[1]]),
    ).toEqual([
      [0, "registered"],
      [3, "already-exists"],
      [0, "changed"],
      [3, "no-such-record"],
    ]);
    const feed = await run(["notifications", "--pages", "3", "--json", ...connection]);
    expect(JSON.parse(feed.out)).toMatchObject({ notifications: [{ source: "EVPROST" }], more: false });
  });

  it("reads page after page, whatever the feed includes", async () => {
    for (const cursor of ["inclusive", "exclusive"]) {
      await rig.control("POST", "reset");
      await rig.control("POST", "conditions", { feed: { cursor, pageSize: 2 } });
      for (let id = 10; id < 15; id += 1)
        await rig.control("POST", "notifications", { bsi: "b", source: "EVPROST", id });
      const { out } = await run(["notifications", "--pages", "9", "--json", ...connection]);
      const { notifications } = JSON.parse(out) as { notifications: { id: string }[] };
      expect(notifications.map(({ id }) => id)).toEqual(["10", "11", "12", "13", "14"]);
    }
  });

  it("takes settings and key of a running product", async () => {
    const { status, out } = await run([...identify, "--run-folder", folder]);
    expect([status, out.split(":")[0]]).toEqual([0, "Pseudonym"]);
  });

  it("takes what is personal from standard input", async () => {
    const input = {
      "first-name": "Jana",
      "last-name": "Nováková",
      "birth-date": "1988-04-12",
      document: "ID:900000101",
    };
    const { status } = await run(["identify", "--input", "-", ...connection], JSON.stringify(input));
    expect(status).toBe(0);
  });

  it.each([
    ["nobody", ["identify", "--first-name", "Neexistuje", ...jana.slice(2)], undefined, 3, "PersonNotFound"],
    ["a refusal", identify, { kind: "govtalk-error" }, 3, "NiaRefused"],
    ["an outage", identify, { kind: "http-503", times: 9 }, 4, "Nothing was done"],
    [
      "a lost answer",
      ["write", "--pseudonym", "b", "--authenticator", "k"],
      { kind: "hang", endpoint: "public" },
      5,
      "It may have been done",
    ],
    ["a forged reply", identify, { kind: "forged-token" }, 6, "The reply failed a check"],
  ] as const)("ends with a status of its own and advice: %s", async (_, args, fault, status, advice) => {
    if (fault !== undefined) await rig.control("POST", "faults", fault);
    const ended = await run([...args, ...connection]);
    expect(ended.status).toBe(status);
    expect(ended.err).toContain(advice);
    expect(ended.out).toBe("");
  });

  it.each([
    ["no command", [], "say one command"],
    ["two commands", ["write", "change"], "say one command"],
    ["an option that there is not", ["identify", "--shoe-size", "43"], "--shoe-size"],
    ["a value that is missing", ["identify", "--first-name", "Jana"], "--birth-date is missing"],
    ["a document that is none", [...identify.slice(0, -1), "900000101"], "--document is"],
    [
      "a state that is none",
      ["change", "--pseudonym", "b", "--authenticator", "k", "--state", "gone"],
      "--state is one of",
    ],
    ["a key without its certificate", [...identify, "--key", "k.pem", "--stage", "dev"], "belong together"],
    [
      "a key that is not there",
      [...identify, "--key", "k.pem", "--certificate", "c.pem", "--stage", "dev"],
      "can't be read",
    ],
    ["no key", [...identify, "--stage", "dev"], "say which key"],
    ["an address that is none", [...identify, "--stage", "dev", "--public", "nia"], "endpoints.public"],
    ["a product that does not run", [...identify, "--run-folder", "/nowhere"], "npm start"],
    [
      "a write in production without saying so",
      ["write", "--pseudonym", "b", "--authenticator", "k", "--stage", "prod"],
      "add --really",
    ],
  ])("asks NIA nothing where the command is wrong: %s", (_, args, message) => {
    const prepare = () => {
      const parsed = readArguments(args);
      if (parsed.command !== undefined) transactionOf(parsed.command, parsed.texts);
      return connectionOf(parsed);
    };
    expect(prepare).toThrow(UsageError);
    expect(prepare).toThrow(message);
  });

  it("ends with status 2 and a hint where the command is wrong", async () => {
    const { status, err } = await run(["identify", "--shoe-size", "43"]);
    expect(status).toBe(2);
    expect(err).toContain("--help shows what there is.");
  });

  it("takes the key from AWS Secrets Manager, also while it is changed", async () => {
    const asked: unknown[] = [];
    const aws = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += part));
      request.on("end", () => {
        asked.push(JSON.parse(body));
        const SecretString = JSON.stringify({ current: rig.client });
        response.setHeader("content-type", "application/x-amz-json-1.1");
        response.end(JSON.stringify({ Name: "nia", SecretString }));
      });
    });
    await new Promise<void>((resolve) => aws.listen(0, "127.0.0.1", resolve));
    const { port } = aws.address() as AddressInfo;
    const without = connection.slice(0, connection.indexOf("--key"));
    const ended = await run(["notifications", "--secret", "nia-key", ...without], "", {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    });
    aws.close();
    expect([ended.status, asked]).toEqual([0, [{ SecretId: "nia-key" }]]);
  });

  it("has a help", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    expect(out).toContain("notifications");
  });
});

describe("its trace", () => {
  const traceOf = async (...more: string[]) => {
    const trace = mkdtempSync(join(folder, "trace-"));
    const args = [...identify, "--json", "--trace", trace, ...more, ...connection];
    const { out } = await run(args);
    const files = readdirSync(trace).toSorted();
    const all = files.map((name) => readFileSync(join(trace, name), "utf8")).join("\n");
    return { files, all, out, mode: statSync(join(trace, files[0] ?? "")).mode & 0o777 };
  };
  const secretPattern = /BinarySecret[^>]*>(?!\[blanked\])[^<]|SignatureValue[^>]*>(?!\[blanked\])[^<]/;

  it("has each request and reply in a file, without secrets and without the person", async () => {
    const { files, all, out, mode } = await traceOf();
    expect(files).toEqual([
      "01-ipsts-reply.xml",
      "01-ipsts-request.xml",
      "02-fpsts-reply.xml",
      "02-fpsts-request.xml",
      "03-public-reply-body.xml",
      "03-public-reply.xml",
      "03-public-request.xml",
    ]);
    expect(mode).toBe(0o600);
    const { pseudonym: found } = JSON.parse(out) as { pseudonym: string };
    for (const personal of ["Jana", "NOVÁKOVÁ", "Nováková", "1988-04-12", "900000101", found])
      expect(all).not.toContain(personal);
    expect(all).not.toMatch(secretPattern);
    expect(all).toContain("<Status>OK</Status>");
    expect(all).toContain("<n:TypPorovnani>diakritika</n:TypPorovnani>");
    expect(all).toContain("<!-- HTTP 200 application/soap+xml; charset=utf-8 -->");
  });

  it("keeps the person where that is asked for, never the secrets", async () => {
    const { all } = await traceOf("--trace-personal-data");
    expect(all).toContain("<n:Prijmeni>Nováková</n:Prijmeni>");
    expect(all).toContain("<Prijmeni>NOVÁKOVÁ</Prijmeni>");
    expect(all).not.toMatch(secretPattern);
    expect(all).toContain("[blanked]");
  });
});
