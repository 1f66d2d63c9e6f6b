import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { StartFailure } from "../../local/failure.ts";
import { checkPorts, defaultPorts, portsFrom } from "../../local/ports.ts";
import { freePorts } from "../support/free-port.ts";

describe("Ports", () => {
  it("differ from each other, as chosen and as they are", () => {
    for (const ports of [defaultPorts, portsFrom(9000)]) expect(new Set(Object.values(ports)).size).toBe(9);
    expect(portsFrom(9000)).toEqual({
      web: 9000,
      emulator: 9001,
      nia: 9002,
      dataBox: 9003,
      metadata: 9004,
      inbox: 9005,
      certificates: 9006,
      portal: 9007,
      service: 9008,
    });
  });

  it("that are taken are all named in one sentence", async () => {
    const [web = 0, nia = 0, inbox = 0] = await freePorts(3);
    const servers = [web, inbox].map((port) => createServer().listen(port, "127.0.0.1"));
    await Promise.all(servers.map((server) => once(server, "listening")));
    const check = checkPorts({ web, nia, inbox });
    await expect(check).rejects.toThrow(StartFailure);
    await expect(check).rejects.toThrow(`Ports ${web} (web), ${inbox} (inbox) are in use`);
    await Promise.all(servers.map((server) => once(server.close(), "close")));
    await expect(checkPorts({ web, nia, inbox })).resolves.toBeUndefined();
  });
});
