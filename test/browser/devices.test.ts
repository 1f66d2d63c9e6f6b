import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson } from "./support/person.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { logIn } from "./support/steps.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => await browser.close());

describe("the devices of an account", () => {
  it.each([[1280], [360]])("are listed and signed out, at %i px", async (width) => {
    const person = await aPerson(browser, width);
    const { page, user } = person;
    await user.register();
    await user.logIn();
    await page.goto(`${endpoints.web}/login`);
    await page.getByRole("button", { name: "Přihlásit se certifikátem" }).waitFor();
    await look(page, `${width}-login-certificate`);
    await logIn(person);
    await page.getByRole("link", { name: /Nastavit Přihlášená zařízení/u }).click();
    await page.getByText("Toto zařízení").waitFor();
    await page.getByRole("heading", { name: "Jiné zařízení nebo aplikace" }).waitFor();
    await look(page, `${width}-devices`);

    await page.getByRole("button", { name: "Odhlásit všechna ostatní" }).click();
    const dialog = page.getByRole("dialog");
    await look(page, `${width}-devices-dialog`);
    await dialog.getByRole("button", { name: "Odhlásit všechna ostatní" }).click();
    await page.getByText("Jinde přihlášeni nejste.").waitFor();
    await look(page, `${width}-devices-alone`);
    expect((await user.call("GET", "/session")).status).toBe(401);

    await page.goto(`${endpoints.web}/settings/certificates`);
    await page.getByText("Nejdřív si přidejte bezpečnostní klíč").waitFor();
    await look(page, `${width}-certificates`);
    await page.goto(`${endpoints.web}/certificate#refused=certificate-expired`);
    await page.getByText("Platnost certifikátu skončila").waitFor();
    expect(page.url()).toBe(`${endpoints.web}/certificate`);
    await look(page, `${width}-certificate-refused`);
    await page.context().close();
  });
});
