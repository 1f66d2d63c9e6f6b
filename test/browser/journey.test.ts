import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProduct, type TestProduct } from "../e2e/support/product.ts";
import { anOffice } from "../e2e/support/user.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson, confirmByPassword, type Person } from "./support/person.ts";

let product: TestProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([aProduct(23_000, { withWeb: true }), launch()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const register = async ({ page, username, email, phone, password, pin }: Person, picture: string) => {
  await page.goto(`${product.endpoints.web}/register`);
  await page.getByLabel("Jméno", { exact: true }).fill("Jana");
  await page.getByLabel("Příjmení", { exact: true }).fill("Nováková");
  await page.getByLabel(/Datum narození/u).fill("12. 4. 1988");
  await page.getByLabel(/Ulice/u).fill("Lipová 7");
  await page.getByLabel(/Obec|Město/u).fill("Brno");
  await page.getByLabel(/PSČ/u).fill("602 00");
  await page.getByLabel(/^E-mail/u).fill(email);
  await page.getByLabel(/^Telefon|Mobil/u).fill(phone);
  // A username is suggested from the name as soon as one comes to the field.
  await page.getByLabel(/^Uživatelské jméno/u).click();
  await page.getByLabel(/^Uživatelské jméno/u).fill(username);
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await look(page, `${picture}-register`);
  await page
    .getByRole("button", { name: /Pokračovat|Založit účet/u })
    .last()
    .click();
  await page.getByLabel(/PIN1/u).waitFor();
  await look(page, `${picture}-register-email-pin`);
  await page.getByLabel(/PIN1/u).fill(await pin(email));
  await page.getByRole("main").getByRole("button").first().click();
  await page.getByLabel(/PIN2/u).waitFor();
  await page.getByLabel(/PIN2/u).fill(await pin(`+420${phone}`));
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL("**/login");
};

const logIn = async ({ page, email, password }: Person) => {
  await page.goto(`${product.endpoints.web}/login`);
  await page.getByLabel("Uživatelské jméno nebo e-mail").fill(email);
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Přihlásit se" }).click();
  await page.waitForURL("**/settings");
};

const addKey = async ({ page, password, phone, pin }: Person, picture: string) => {
  await page.getByRole("link", { name: /Nastavit Dvoufaktorové/u }).click();
  await page.getByRole("button", { name: "Přidat bezpečnostní klíč" }).click();
  await confirmByPassword(page, password);
  await page.getByLabel("PIN2 z SMS").fill(await pin(`+420${phone}`));
  await page.getByRole("button", { name: "Potvrdit" }).click();
  await page.getByLabel("Název klíče").fill("Modrý klíč");
  await page.getByRole("button", { name: "Pokračovat ke klíči" }).click();
  await page.getByText("Klíč „Modrý klíč“ je přidaný.").waitFor();
  expect(await page.getByText("FIDO úroveň 1", { exact: true }).count()).toBe(1);
  await look(page, `${picture}-keys`);
};

const walk = async (width: number) => {
  const picture = String(width);
  const person = await aPerson(browser, product.endpoints, width);
  const { page, password, email, message } = person;
  await page.goto(product.endpoints.web);
  await look(page, `${picture}-start`);
  await register(person, picture);
  await look(page, `${picture}-login`);
  await logIn(person);
  await look(page, `${picture}-settings`);
  await addKey(person, picture);

  await page.getByRole("link", { name: "Propojit s NIA" }).click();
  await page.getByText("Co je potřeba k propojení").waitFor();
  await look(page, `${picture}-nia`);
  await page.getByRole("button", { name: "Propojit s NIA" }).click();
  await look(page, `${picture}-confirm`);
  await confirmByPassword(page, password);
  await page.getByRole("radio", { name: "Navštívit pracoviště Czech POINT" }).waitFor();
  await look(page, `${picture}-method`);
  await page.getByRole("button", { name: "Ověřit" }).click();
  await page.getByText("Zpráva pro příjemce (identifikační kód)").waitFor();
  await look(page, `${picture}-document`);
  const code = (await page.locator(".code").textContent()) ?? "";
  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Stáhnout PDF" }).click(),
  ]);
  expect(pdf.suggestedFilename()).toBe("czech-point.pdf");

  await anOffice(product.endpoints).answer(code, width > 1000 ? "jana-prestehovana" : "jana-druha");
  await message(email, /údaje|registr/iu);
  await page.goto(`${product.endpoints.web}/settings`);
  await page.getByRole("link", { name: "Dokončit validaci pro NIA a propojit účet" }).click();
  await page.getByRole("button", { name: "Pokračovat" }).click();
  await confirmByPassword(page, password);
  await page.getByRole("table").waitFor();
  await look(page, `${picture}-compare`);
  await page.getByRole("button", { name: "Dokončit propojení s NIA" }).click();
  await page.getByText("Propojení s NIA bylo dokončeno").waitFor({ timeout: 60_000 });
  await look(page, `${picture}-linked`);
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
    const { page } = await aPerson(browser, product.endpoints);
    await page.goto(`${product.endpoints.web}/certified-keys`);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Certified security keys" }).waitFor();
    await page.getByLabel("Search by name").fill("yubikey 5");
    await page.getByRole("rowheader", { name: "YubiKey 5 Series", exact: true }).first().waitFor();
    await look(page, "1280-certified-keys-en");
  });
});
