import { InvokeCommand } from "@aws-sdk/client-lambda";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isEmulator } from "../../../local/emulator/process.ts";
import { clientsOf, emptyEmulator, makeFunction } from "../../support/emulator.ts";
import { eventually } from "../../support/eventually.ts";
import { freePorts } from "../../support/free-port.ts";

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("The emulator's process", () => {
  it("runs functions on Node 24 and takes them along when it stops, even one that is busy", async () => {
    const emulator = await emptyEmulator();
    const { lambda } = clientsOf(emulator.endpoint);
    const FunctionName = await makeFunction(
      clientsOf(emulator.endpoint),
      "sleeper",
      `export const handler = async (event) => {
         if (event.sleep) await new Promise((done) => setTimeout(done, 600_000));
         return { pid: process.pid, version: process.version };
       }`,
    );
    const invoke = async (event: object) => {
      const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
      return JSON.parse(answer.Payload?.transformToString() ?? "{}");
    };
    const { pid, version } = await invoke({});
    expect(version).toMatch(/^v24\./u);
    expect(isAlive(pid)).toBe(true);
    const busy = invoke({ sleep: true }).catch(() => "cut off");
    await new Promise((done) => setTimeout(done, 300));
    await emulator.stop();
    await eventually("the end of the function", async () => (isAlive(pid) ? undefined : true), 5000);
    await busy;
  });

  it("listens on the loopback interface only", async () => {
    const emulator = await emptyEmulator();
    const addresses = Object.values(networkInterfaces()).flat();
    const outside = addresses.filter((address) => address?.family === "IPv4" && !address.internal);
    const port = new URL(emulator.endpoint).port;
    expect(await isEmulator(emulator.endpoint)).toBe(true);
    for (const address of outside) expect(await isEmulator(`http://${address?.address}:${port}`)).toBe(false);
    await emulator.stop();
  });

  it("ends when the process that started it is killed", async () => {
    const [port] = await freePorts(1);
    const folder = await mkdtemp(join(tmpdir(), "nia-link-emulator-"));
    const script = `
      import { startEmulator } from ${JSON.stringify(join(import.meta.dirname, "../../../local/emulator/process.ts"))};
      await startEmulator({ port: ${port}, stateFolder: ${JSON.stringify(folder)}, persist: false, authorize: false });
      console.log("started");
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(parent.stdout, "data");
    parent.kill("SIGKILL");
    const endpoint = `http://127.0.0.1:${port}`;
    await eventually("the emulator's end", async () => ((await isEmulator(endpoint)) ? undefined : true));
    expect(await isEmulator(endpoint)).toBe(false);
  });
});
