import { afterAll, beforeAll, expect, it } from "vitest";
import { anOffice, theResident } from "./support/outside-world.ts";
import { aProduct, type TestProduct } from "./support/product.ts";
import { aUser } from "./support/user.ts";

let product: TestProduct;

beforeAll(async () => {
  const durations = { verification: "PT30S", reminders: ["PT15S"] };
  product = await aProduct(24_000, { settings: { durations } });
});
afterAll(async () => {
  await product.stop();
});

it("is reminded of, and passes: the machine waits, reminds, expires, and a late answer changes nothing", async () => {
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
