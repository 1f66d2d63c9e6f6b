import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLinkedUser } from "../e2e/support/linked-user.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";

const product = sharedProduct();
const { endpoints } = product;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const open = async (width: number, locale = "cs-CZ") => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale });
  return await context.newPage();
};

describe("somebody who has lost the key", () => {
  it("removes all second factors from the login page, and is unlinked", async () => {
    const { user, untilHeld } = await aLinkedUser(product, 1);
    const { email, phone, password, username } = user.person;
    const page = await open(360);
    await page.goto(`${endpoints.web}/login`);
    await page
      .getByRole("main")
      .getByRole("link", { name: "Nefunguje vám dvoufaktorové přihlášení?" })
      .click();
    await page.getByText("O co tím přijdete").waitFor();
    await page.getByText("Ztráta klíče nebo podezření na zneužití účtu").waitFor();
    await look(page, "360-two-factor-reset");

    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(username);
    await page.getByRole("button", { name: "Poslat PINy" }).click();
    await page.getByLabel("PIN1 z e-mailu").waitFor();
    const asked = await user.message(email, /PIN1/u);
    expect(asked).toMatch(/hned nám zavolejte/u);
    const [emailPin = ""] = /\b\d{6}\b/u.exec(asked) ?? [];
    const phonePin = await user.pin(phone);

    await page.getByRole("button", { name: "Odebrat" }).click();
    await page.getByText("Toto pole vyplňte.").first().waitFor();
    await page.getByLabel("PIN1 z e-mailu").fill(phonePin === "000000" ? "111111" : "000000");
    await page.getByLabel("PIN2 z SMS").fill(phonePin);
    await page.getByLabel("Heslo", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Odebrat" }).click();
    await page.getByText("PIN nesouhlasí").waitFor();
    await look(page, "360-two-factor-reset-wrong-pin");

    await page.getByLabel("PIN1 z e-mailu").fill(emailPin);
    await page.getByRole("button", { name: "Odebrat" }).click();
    await page.getByText("Účet už není propojen se službami veřejné správy.").waitFor();
    await look(page, "360-two-factor-reset-done");
    await user.message(email, /už není propojen/iu);
    await user.message(phone, /Hned volejte \+420/u);
    await untilHeld("Ukonceny");

    await page.getByRole("main").getByRole("link", { name: "Přihlásit se" }).click();
    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(username);
    await page.getByLabel("Heslo", { exact: true }).fill(password);
    await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();
    await page.waitForURL("**/settings/keys");
    await page.getByRole("button", { name: "Přidat bezpečnostní klíč" }).waitFor();
    expect(await page.getByRole("region", { name: /key/iu }).count()).toBe(0);
    await page.context().close();
  }, 240_000);
});

describe("the login reset by verified form", () => {
  it.each([
    [360, "cs-CZ", "Obnova přihlášení ověřeným formulářem", "Stáhnout formulář (PDF)"],
    [1280, "en-GB", "Login reset by verified form", "Download the form (PDF, in Czech)"],
  ])("says at %i px in %s what to do, and gives the form", async (width, locale, title, download) => {
    const page = await open(width, locale);
    await page.goto(`${endpoints.web}/login-reset`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const inEnglish = page.getByRole("button", { name: "English" });
    if (locale === "en-GB" && (await inEnglish.isVisible())) await inEnglish.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await look(page, `${width}-login-reset`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: download }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("zadost-o-obnovu-prihlaseni.pdf");
    const chunks: Uint8Array[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Uint8Array);
    expect(Buffer.concat(chunks).subarray(0, 8).toString("latin1")).toMatch(/^%PDF-1\.7/u);
    await page.context().close();
  });
});
