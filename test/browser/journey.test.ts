import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResident } from "../e2e/support/outside-world.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson } from "./support/person.ts";
import { addFirstKey, link, logIn, register } from "./support/steps.ts";

const product = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const walk = async (width: number) => {
  const picture = String(width);
  const person = await aPerson(browser, width);
  const { page, email, message } = person;
  await page.goto(product.endpoints.web);
  await look(page, `${picture}-start`);
  await register(person, picture);
  await look(page, `${picture}-login`);
  await logIn(person);
  await look(page, `${picture}-settings`);
  await addFirstKey(person);
  await look(page, `${picture}-keys`);

  const resident = await aResident(product.endpoints, width > 1000 ? "jana-prestehovana" : "jana-druha");
  await link(person, resident, async (name) => {
    await look(page, `${picture}-${name}`);
    if (name !== "document") return;
    const [pdf] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Stáhnout PDF" }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe("czech-point.pdf");
  });
  await page.getByRole("link", { name: /Nastavit Profil/u }).click();
  await page.getByText("Uzamčeno").first().waitFor();
  expect(await page.getByLabel("Jméno", { exact: true }).getAttribute("readonly")).not.toBeNull();
  await look(page, `${picture}-profile-locked`);
  await page.goto(`${product.endpoints.web}/settings/nia`);
  await page.getByText("Účet je propojen s NIA").waitFor();
  await look(page, `${picture}-nia-linked`);
  await page.goto(`${product.endpoints.web}/settings/activity`);
  await page.getByText("Účet byl propojen s NIA").waitFor();
  await look(page, `${picture}-activity`);
  await message(email, /propojen/iu);
  await page.context().close();
};

describe("a new user gets from nothing to a linked account", () => {
  it("on a desktop", async () => await walk(1280), 240_000);
  it("on a phone of 360 px", async () => await walk(360), 240_000);

  it("finds the list of certified keys, in English", async () => {
    const { page } = await aPerson(browser);
    await page.goto(`${product.endpoints.web}/certified-keys`);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Certified security keys" }).waitFor();
    await page.getByLabel("Name or maker").fill("yubikey 5");
    await page.getByRole("rowheader", { name: "YubiKey 5 Series", exact: true }).first().waitFor();
    await look(page, "1280-certified-keys-en");
  });
});
