import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResident } from "../e2e/support/outside-world.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { type Person, aPerson } from "./support/person.ts";
import { addFirstKey, link, logIn } from "./support/steps.ts";

const product = sharedProduct();
const { endpoints } = product;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => await browser.close());

/** Somebody who is linked, and not logged in anywhere. */
const aLinkedPerson = async (): Promise<Person> => {
  const person = await aPerson(browser);
  await person.user.register();
  await logIn(person);
  await addFirstKey(person);
  await link(person, await aResident(endpoints, "jana-prestehovana"));
  await person.context.clearCookies();
  return person;
};

/** From the service by NIA's portal to our login. */
const goToLogin = async (page: Page): Promise<void> => {
  await page.goto(endpoints.service ?? "");
  await page.getByRole("button", { name: "Přihlásit se přes NIA" }).click();
  await page.getByRole("radio", { name: /^nia-link/u }).check();
  await look(page, "portal-login");
  await page.getByRole("button", { name: "Přihlásit se", exact: true }).click();
  await page.getByText("Portál obce Vzorná Lhota žádá o vaše přihlášení.").waitFor();
};

const logInThere = async ({ page, email, password }: Person): Promise<void> => {
  await page.getByLabel("Uživatelské jméno nebo e-mail").fill(email);
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await look(page, "service-login");
  await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();
  await page.getByText("Souhlasíte s předáním?").waitFor();
};

describe("a linked key opens a government service", () => {
  it("by way of NIA and back, and lets go of it again", async () => {
    const person = await aLinkedPerson();
    const { page } = person;
    await goToLogin(page);
    await logInThere(person);
    await look(page, "service-login-ready");

    // Who changes their mind comes back to NIA's portal, and may try again.
    await page.getByRole("button", { name: "Nepředávat údaje" }).click();
    await page.getByText("nia-link: přihlášení se nepodařilo.").waitFor();
    await goToLogin(page);
    await page.getByRole("button", { name: "Přihlásit se ke službě" }).click();

    await page.getByText("Co služba dostane").waitFor();
    await look(page, "portal-consent");
    await page.getByRole("button", { name: "Souhlasím", exact: true }).click();
    await page.getByText("Jste přihlášeni").waitFor();
    await look(page, "service-visitor");
    const told = await page.getByRole("table").textContent();
    expect(told).toContain("JANA");
    expect(told).toContain("Nádražní 1204/15, 77900 Olomouc");
    expect(told).toContain("značná");

    await page.getByRole("button", { name: "Odhlásit se" }).click();
    await page.getByText("Byli jste odhlášeni.").waitFor();
    await page.context().close();
  }, 240_000);
});
