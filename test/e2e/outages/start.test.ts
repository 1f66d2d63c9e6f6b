import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isEmulator } from "../../../local/emulator/process.ts";
import { startProduct } from "../../../local/product.ts";
import { demoAccount } from "../../../local/steps/demo-account.ts";
import { freePorts } from "../../support/free-port.ts";
import { killableProduct } from "../support/killable-product.ts";

const product = killableProduct();

const logIn = async (): Promise<number> => {
  const { api, web } = product.endpoints;
  const answer = await fetch(`${api}/login`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: web },
    body: JSON.stringify({ login: demoAccount.username, password: demoAccount.password }),
  });
  return answer.status;
};

describe("A started product", () => {
  it("answers at every address of endpoints.json", async () => {
    const written: unknown = JSON.parse(await readFile(join(product.runFolder, "endpoints.json"), "utf8"));
    expect(written).toEqual(product.endpoints);
    const { api, inbox, office = "", nia = "", metadata = "" } = product.endpoints;
    for (const address of [`${api}/health`, inbox, office, nia, metadata]) {
      expect([address, (await fetch(address)).status]).toEqual([address, 200]);
    }
  });

  it("lists the certified keys of the real metadata, and lets the demo account in", async () => {
    const answer = await fetch(`${product.endpoints.api}/certified-keys`);
    const { models } = (await answer.json()) as { models: { name: string }[] };
    expect(models.length).toBeGreaterThan(100);
    expect(await logIn()).toBe(200);
  });

  it("keeps its data when the emulator is killed, and goes on", async () => {
    await product.killEmulator();
    expect(await isEmulator(product.endpoints.emulator)).toBe(false);
    await product.restartEmulator();
    expect(await logIn()).toBe(200);
  });

  it("names the ports that it finds taken", async () => {
    const { runFolder, ports } = product;
    await expect(startProduct({ runFolder, ports, quiet: true })).rejects.toThrow(
      `Ports ${ports.web} (web), ${ports.emulator} (emulator)`,
    );
  });
});

describe("npm start", () => {
  it("ends with one sentence and code 1 when a port is taken", async () => {
    const [first = 0] = await freePorts(1);
    const taken = createServer().listen(first, "127.0.0.1");
    await once(taken, "listening");
    const start = join(import.meta.dirname, "../../../local/start.ts");
    const child = spawn(process.execPath, [start, "--ports-from", String(first)], { stdio: "pipe" });
    const said = (await child.stderr.setEncoding("utf8").toArray()).join("");
    const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    taken.close();
    expect(said.trim()).toMatch(new RegExp(`^Ports? .*${first} \\(web\\).* in use: .*\\.$`, "u"));
    expect(code).toBe(1);
  });
});
