import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isEmulator } from "../../local/emulator/process.ts";
import { emptyEmulator } from "../support/emulator.ts";
import { anOffice, theResident } from "./support/outside-world.ts";
import { aProduct, type TestProduct } from "./support/product.ts";
import { aUser } from "./support/user.ts";

let product: TestProduct;
let emulator: Awaited<ReturnType<typeof emptyEmulator>>;

describe("A product of short deadlines on an emulator that somebody else started", () => {
  beforeAll(async () => {
    emulator = await emptyEmulator();
    const durations = { verification: "PT30S", reminders: ["PT15S"] };
    product = await aProduct({ emulator: emulator.endpoint, settings: { durations } });
  });
  afterAll(async () => {
    await emulator.stop();
  });

  it("reminds when a deadline nears, and expires; a late answer changes nothing", async () => {
    const user = aUser(product);
    await user.register();
    await user.logIn();
    const key = await user.addKey();
    const started = await user.startVerification([key.id]);
    const { timeline } = await user.untilState("expired");
    expect(timeline.map(({ event }) => event)).toEqual(["created", "reminded", "expired"]);
    await user.message(user.person.email, /skončila/u);
    await anOffice(product.endpoints).answer(started.code, theResident("jana"));
    expect((await user.nia()).verification.state).toBe("expired");
    await user.startVerification([key.id]);
  });

  it("leaves the emulator running when it stops", async () => {
    expect(product.endpoints.emulator).toBe(emulator.endpoint);
    await expect(product.killEmulator()).rejects.toThrow("was not started by us");
    await product.stop();
    expect(await isEmulator(emulator.endpoint)).toBe(true);
  });
});
