import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { aPerson, confirmByPassword, type Person } from "./support/person.ts";
import { addFirstKey, logIn } from "./support/steps.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const isFocused = "document.activeElement.id";

/** From "Forgot your password?" to the login with the new one; the account has a key. */
const resetPassword = async ({ page, username, email, phone, message, pin }: Person, password: string) => {
  await page.goto(`${endpoints.web}/login`);
  await page.getByRole("link", { name: "Zapomněli jste heslo?" }).click();
  await page.getByLabel("Uživatelské jméno nebo e-mail").fill(username);
  await look(page, "1280-forgot-password");
  await page.getByRole("button", { name: "Poslat odkaz" }).click();
  await page.getByText("Podívejte se do e-mailu").waitFor();
  await look(page, "1280-forgot-password-sent");

  const [link = ""] = /https?:\S+reset-password#\S+/u.exec(await message(email, /reset-password#/u)) ?? [];
  await page.goto(link);
  await look(page, "1280-reset-password");
  await page.getByRole("button", { name: "Poslat kód" }).click();
  await page.getByLabel("Kód z SMS").fill(await pin(phone));
  await look(page, "1280-reset-password-code");
  await page.getByRole("button", { name: "Potvrdit změnu" }).click();
  await page.getByLabel("Nové heslo").fill("password123");
  expect(await page.evaluate(isFocused)).toBe("new-password");
  await page.getByRole("button", { name: "Uložit nové heslo" }).click();
  await page.getByText("Toto heslo patří k nejčastěji používaným").waitFor();
  expect(await page.getByLabel("Nové heslo").inputValue()).toBe("password123");
  await look(page, "1280-reset-password-common");
  await page.getByLabel("Nové heslo").fill(password);
  await page.getByRole("button", { name: "Uložit nové heslo" }).click();
  await page.getByText("Nové heslo je nastaveno").waitFor();
  await look(page, "1280-reset-password-done");
  await page.goto(link);
  await page.getByRole("button", { name: "Poslat kód" }).click();
  await page.getByText("Odkaz už neplatí").waitFor();
};

const changeContact = async (person: Person, kind: "E-mail" | "Telefon", typed: string, address: string) => {
  const { page, password, pin } = person;
  const noun = kind === "E-mail" ? "e-mail" : "telefon";
  await page.goto(`${endpoints.web}/settings/contacts`);
  await look(page, `1280-contacts-${noun}`);
  await page.getByRole("link", { name: `Změnit ${kind}` }).click();
  await confirmByPassword(page, password);
  await page.getByLabel(`Nový ${noun}`).fill("není");
  await page.getByRole("button", { name: "Poslat PIN" }).click();
  await page.locator("#new-contact-error").waitFor();
  expect(await page.evaluate(isFocused)).toBe("new-contact");
  await look(page, `1280-contact-wrong-${noun}`);
  await page.getByLabel(`Nový ${noun}`).fill(typed);
  await page.getByRole("button", { name: "Poslat PIN" }).click();
  await page.getByLabel("PIN z nového kontaktu").waitFor();
  await look(page, `1280-contact-pin-${noun}`);
  await page.reload();
  await page.getByLabel("PIN z nového kontaktu").fill(await pin(address));
  await page.getByRole("button", { name: "Potvrdit změnu" }).click();
  await page.getByText(`${kind} byl změněn.`).waitFor();
  await look(page, `1280-contact-changed-${noun}`);
};

describe("whoever forgot the password", () => {
  it("sets a new one by e-mail, phone and key", async () => {
    const person = await aPerson(browser);
    await person.user.register();
    await logIn(person);
    await addFirstKey(person);
    await resetPassword(person, "another long password");
    const { page, username } = person;
    await page.goto(`${endpoints.web}/login`);
    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(username);
    await page.getByLabel("Heslo", { exact: true }).fill("another long password");
    await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();
    await page.waitForURL("**/settings");
    await person.context.close();
  }, 240_000);

  it("unblocks the login by a PIN from the e-mail", async () => {
    const person = await aPerson(browser, 360);
    const { page, email, username, pin, message } = person;
    await person.user.register();
    await message(email, /./u);
    for (let count = 0; count < 6; count += 1)
      await person.user.call("POST", "/login", { login: username, password: "wrong" });
    await page.goto(`${endpoints.web}/login`);
    await page.getByRole("link", { name: "Přihlášení je zablokované?" }).click();
    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(email);
    await look(page, "360-unblock");
    await page.getByRole("button", { name: "Poslat PIN" }).click();
    await page.getByLabel("PIN z e-mailu").waitFor();
    await page.reload();
    await page.getByLabel("PIN z e-mailu").fill(await pin(email));
    await look(page, "360-unblock-pin");
    await page.getByRole("button", { name: "Odblokovat" }).click();
    await page.getByText("Přihlášení heslem je odblokováno").waitFor();
    await logIn(person);
    await person.context.close();
  }, 240_000);
});

describe("a user with a key", () => {
  it("changes e-mail, phone and password", async () => {
    const person = await aPerson(browser);
    const { page, email, phone, message, password } = person;
    await person.user.register();
    await logIn(person);
    await addFirstKey(person);
    await changeContact(person, "E-mail", `new.${email}`, `new.${email}`);
    await message(email, /změněn/u);
    const next = `+42060${phone.slice(6, -1)}${(Number(phone.at(-1)) + 1) % 10}`;
    await changeContact(person, "Telefon", next.slice(4), next);

    await page.goto(`${endpoints.web}/settings/password`);
    await confirmByPassword(page, password);
    await page.getByLabel("Nové heslo").fill("another long password");
    await look(page, "1280-change-password");
    await page.getByRole("button", { name: "Uložit nové heslo" }).click();
    await page.getByText("Heslo bylo změněno.").waitFor();
    await look(page, "1280-password-changed");
    await person.context.close();
  }, 240_000);
});
