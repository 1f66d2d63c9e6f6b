import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResident, niaHolds } from "../e2e/support/outside-world.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { eventually } from "../e2e/support/user.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson, confirmByPassword } from "./support/person.ts";
import { addFirstKey, link, logIn } from "./support/steps.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** Somebody who has a linked key, and whom the registry knows. */
const aLinkedPerson = async (width: number) => {
  const person = await aPerson(browser, width);
  await person.user.register();
  await logIn(person);
  await addFirstKey(person);
  const resident = await aResident(endpoints);
  await link(person, resident);
  const untilEnded = async () =>
    await eventually("the end at NIA", async () =>
      (await niaHolds(endpoints, resident)).every(({ state }) => state === "Ukonceny") ? true : undefined,
    );
  return { ...person, untilEnded };
};

describe("the link ends", () => {
  it("by detaching, with everything else left as it was", async () => {
    const { page, password, email, message, untilEnded } = await aLinkedPerson(360);
    await page.goto(`${endpoints.web}/settings/nia`);
    await page.getByRole("button", { name: "Odpojit od NIA" }).click();
    await page.getByRole("dialog").getByText("Nové propojení znamená celý postup znovu").waitFor();
    await look(page, "360-detach-dialog");
    await page.getByRole("button", { name: "Ano, odpojit" }).click();
    await confirmByPassword(page, password);
    await page.getByText("Účet je odpojený od NIA.").waitFor();
    await look(page, "360-detached");
    await message(email, /už není propojen/iu);
    await untilEnded();
    await page.goto(`${endpoints.web}/settings/profile`);
    await page.getByLabel("Jméno", { exact: true }).waitFor();
    expect(await page.getByLabel("Jméno", { exact: true }).getAttribute("readonly")).toBeNull();
    await page.context().close();
  }, 240_000);

  it("by removing the last linked key, which is said before, in English", async () => {
    const { page, password, email, message, untilEnded } = await aLinkedPerson(1280);
    await page.getByRole("button", { name: "English" }).click();
    await page.goto(`${endpoints.web}/settings/keys`);
    await page
      .getByRole("region", { name: "Modrý klíč" })
      .getByRole("button", { name: /^Remove/u })
      .click();
    await page
      .getByRole("dialog")
      .getByText(/last key linked/u)
      .waitFor();
    await look(page, "1280-remove-key-dialog-en");
    await page.getByRole("button", { name: "Yes, remove the key" }).click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page
      .getByText(/has been removed|is removed/u)
      .first()
      .waitFor();
    await look(page, "1280-key-removed-en");
    await message(email, /no longer linked/iu);
    await untilEnded();
    await page.goto(`${endpoints.web}/settings/nia`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look(page, "1280-nia-unlinked-en");
    await page.context().close();
  }, 240_000);
});

describe("mail that comes back", () => {
  it("is told on every page, until the address is verified again", async () => {
    const person = await aPerson(browser);
    const { page, user, email, password, pin } = person;
    await user.register();
    await logIn(person);
    await addFirstKey(person);
    const [newest] = await user.messages(email);
    const bounced = await fetch(
      `${endpoints.inbox}/messages/${encodeURIComponent(newest?.id ?? "")}/bounce`,
      {
        method: "POST",
      },
    );
    expect(bounced.ok).toBe(true);
    const banner = page.locator(".banner");
    await eventually("the banner", async () => {
      await page.goto(`${endpoints.web}/settings`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      return (await banner.count()) > 0 ? true : undefined;
    });
    await look(page, "1280-mail-comes-back");
    await banner.getByRole("link").click();
    await page.getByRole("link", { name: /znovu/iu }).click();
    await look(page, "1280-verify-again");
    await confirmByPassword(page, password);
    await page.getByRole("button", { name: "Poslat PIN" }).click();
    await page.getByLabel(/PIN/u).fill(await pin(email));
    await page.getByLabel(/PIN/u).press("Enter");
    await banner.waitFor({ state: "detached" });
    await look(page, "1280-verified-again");
    await page.context().close();
  }, 240_000);
});
