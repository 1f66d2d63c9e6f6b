import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson } from "./support/person.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => await browser.close());

describe("a login to a government service", () => {
  it("by an account that is not linked leads to linking, and back", async () => {
    const { page, user, email, password, context } = await aPerson(browser, 360);
    await user.register();
    await page.goto(endpoints.service ?? "");
    await page.getByRole("button", { name: "Přihlásit se přes NIA" }).click();
    await page.getByRole("radio", { name: /^nia-link/u }).check();
    await page.getByRole("button", { name: "Přihlásit se", exact: true }).click();
    await page.getByText("Portál obce Vzorná Lhota žádá o vaše přihlášení.").waitFor();
    await look(page, "360-service-login");
    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(email);
    await page.getByLabel("Heslo", { exact: true }).fill(password);
    await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();

    await page.getByText("Účet není propojený s NIA.").waitFor();
    await look(page, "360-service-login-not-linked");
    await page.getByRole("link", { name: "Propojit účet s NIA" }).click();
    await page.getByText("Přihlašovali jste se ke službě Portál obce Vzorná Lhota.").waitFor();
    await look(page, "360-nia-on-the-way");
    await page.getByRole("link", { name: "Pokračovat v přihlášení" }).click();
    await page.getByText("Účet není propojený s NIA.").waitFor();

    // The browser that is told no more than that it failed has left this login for good.
    const address = page.url();
    await page.getByRole("button", { name: "Zpět ke službě bez přihlášení" }).click();
    await page.getByText("přihlášení se nepodařilo").waitFor();
    await page.goto(address);
    await page.getByText("Toto přihlášení už neplatí").waitFor();
    await look(page, "360-service-login-over");
    await context.close();
  }, 180_000);

  it("begins at a service of the public list", async () => {
    const { page, context } = await aPerson(browser);
    await page.goto(`${endpoints.web}/services`);
    await page.getByRole("heading", { name: "Portál obce Vzorná Lhota" }).waitFor();
    await look(page, "1280-services");
    await page.getByLabel(/^Název, úřad/u).fill("vzorna lhota");
    await page.getByText("Hledání odpovídá: 1 služba.").waitFor();
    expect(new URL(page.url()).search).toBe("?search=vzorna+lhota");
    await expect.poll(async () => await page.getByRole("link", { name: /^Otevřít službu/u }).count()).toBe(1);
    await page.setViewportSize({ width: 360, height: 800 });
    await look(page, "360-services-found");
    await context.close();
  });
});
