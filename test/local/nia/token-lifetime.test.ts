import { describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import type { ReceivedRequest } from "../../../local/nia/control/received.ts";
import { render, tokenDraft } from "./requests.ts";
import { startRig } from "./rig.ts";

describe("tokens have their time and their place", () => {
  const start = Date.now();

  it.each([
    ["when it has expired", 61 + 2, "The assertion has expired"],
    ["before it is valid", -3, "The assertion is not valid yet"],
  ])("refuses a token %s", async (_name, minutes, reason) => {
    let now = new Date(start);
    const other = await startRig({ clock: () => now });
    const token = await other.firstToken();
    now = new Date(start + minutes * 60_000);
    await other.send(other.simulator.endpoints.fpsts, render(other.secondCall(token)));
    const [last] = await other.control<ReceivedRequest[]>("GET", "received");
    await other.simulator.close();

    expect(last?.reason).toBe(reason);
  });

  it("refuses a token for another audience", async () => {
    const signer = await selfSigned({ commonName: "Shared" });
    const identities = { ipsts: signer, fpsts: signer };
    const [here, there] = await Promise.all([startRig({ identities }), startRig({ identities })]);
    const token = await there.firstToken();
    const { endpoints } = here.simulator;
    const draft = tokenDraft(
      endpoints.fpsts,
      here.secondCall(token).action,
      token,
      here.secondCall(token).body,
      new Date(),
    );
    await here.send(endpoints.fpsts, render(draft));
    const [last] = await here.control<ReceivedRequest[]>("GET", "received");
    await Promise.all([here.simulator.close(), there.simulator.close()]);

    expect(last?.reason).toBe("The assertion is for another audience");
  });

  it("refuses a token of another issuer though the same key signed it", async () => {
    const signer = await selfSigned({ commonName: "Shared" });
    const other = await startRig({ identities: { ipsts: signer, fpsts: signer } });
    const token = await other.secondToken();
    await other.send(other.simulator.endpoints.fpsts, render(other.secondCall(token)));
    const [last] = await other.control<ReceivedRequest[]>("GET", "received");
    await other.simulator.close();

    expect(last?.reason).toBe("The assertion is of another issuer");
  });
});
