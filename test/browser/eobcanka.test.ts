import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResident } from "../e2e/support/outside-world.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson, confirmByPassword, type Person } from "./support/person.ts";
import { logInAtPortal } from "./support/portal.ts";
import { addFirstKey, logIn } from "./support/steps.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** To the choice of the method, with a key in the account. */
const chooseMethod = async ({ page, password }: Person, picture: string) => {
  await page.goto(`${endpoints.web}/settings/nia`);
  await page.getByRole("button", { name: "Propojit s NIA" }).click();
  await confirmByPassword(page, password);
  await page.getByRole("radio", { name: /^Použít existující prostředek \(eObčanka\)/u }).check();
  await look(page, `${picture}-method-eobcanka`);
  await page.getByRole("button", { name: "Ověřit" }).click();
};

const walk = async (width: number) => {
  const picture = String(width);
  const person = await aPerson(browser, width);
  const { page, context, email, message } = person;
  await person.user.register();
  await logIn(person);
  await addFirstKey(person);
  await chooseMethod(person, picture);
  const resident = await aResident(endpoints);

  await logInAtPortal(page, resident, "Nesouhlasím");
  await page.getByRole("heading", { name: "Nepředali jste všechny údaje" }).waitFor();
  await look(page, `${picture}-portal-consent`);

  await page.goto(`${endpoints.web}/settings/nia`);
  await page.getByText("Z portálu NIA jste se vrátili bez údajů").waitFor();
  await look(page, `${picture}-nia-portal`);
  await page.getByRole("button", { name: "Pokračovat na portál NIA" }).click();
  await page.getByRole("heading", { name: "Přihlášení přes Národní bod" }).waitFor();
  const cookies = await context.cookies(endpoints.web);
  expect(cookies.find(({ name }) => name === "__Host-session")?.sameSite).toBe("Lax");
  expect(cookies.find(({ name }) => name === "__Host-portal")?.sameSite).toBe("None");

  // Going back leads to the NIA page, not to the portal once more.
  await page.goBack();
  await page.getByText("Co bude dál").waitFor();
  await page.getByRole("button", { name: "Pokračovat na portál NIA" }).click();
  await logInAtPortal(page, resident, "Souhlasím");
  await page.getByRole("table").waitFor();
  expect(new URL(page.url()).pathname).toBe("/settings/nia/compare");
  await look(page, `${picture}-compare-eobcanka`);
  await page.reload();
  await page.getByRole("button", { name: "Dokončit propojení s NIA" }).click();
  await page.getByText("Propojení s NIA bylo dokončeno").waitFor({ timeout: 60_000 });
  await message(email, /propojen/iu);
  await context.close();
};

describe("a user with eObčanka gets to a linked account without an office", () => {
  it("on a desktop, having refused the consent at first", async () => await walk(1280), 240_000);
});

describe("whatever comes back from the portal leads somewhere", () => {
  it("be it cancelled, repeated, or of another browser", async () => {
    const person = await aPerson(browser, 360);
    const { page, context } = person;
    await person.user.register();
    await logIn(person);
    await addFirstKey(person);
    await chooseMethod(person, "360");
    await page.getByRole("heading", { name: "Přihlášení přes Národní bod" }).waitFor();
    await page.getByRole("button", { name: "Zrušit" }).click();
    await page.getByRole("heading", { name: /Přihlášení na portálu NIA/u }).waitFor();
    await look(page, "360-portal-cancelled");

    // The answer is kept back, and posted once more by another browser: nobody let it go there.
    await page.getByRole("button", { name: "Zkusit to znovu" }).click();
    const resident = await aResident(endpoints);
    const consumer = `${endpoints.web}/saml/acs`;
    const posted = page.waitForRequest((request) => request.url() === consumer);
    await logInAtPortal(page, resident, "Souhlasím");
    const body = (await posted).postData() ?? "";
    await page.getByRole("table").waitFor();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const foreign = await fetch(consumer, { method: "POST", headers, body, redirect: "manual" });
    expect(foreign.headers.get("location")).toMatch(/\/settings\/nia\/portal\/late$/u);
    const again = await context.request.post(consumer, { headers, data: body, maxRedirects: 0 });
    expect(again.headers()["location"]).toMatch(/\/settings\/nia\/portal\/repeated$/u);
    await page.goto(`${endpoints.web}/settings/nia/portal/repeated`);
    await page.getByRole("heading", { name: "Tuto odpověď jsme už zpracovali" }).waitFor();
    await look(page, "360-portal-repeated");

    await page.goto(`${endpoints.web}/settings/activity`);
    await page.getByText("odpověď už byla jednou použita").waitFor();
    await context.close();
  }, 240_000);
});
