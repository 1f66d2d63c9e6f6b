import type { Resident } from "../../../local/nia/residents.ts";
import { anOffice } from "../../e2e/support/outside-world.ts";
import { sharedProduct } from "../../e2e/support/shared-product.ts";
import { look } from "./look.ts";
import { confirmByPassword, type Person } from "./person.ts";

const { endpoints } = sharedProduct();

/** Fills in the registration and both PINs, looking at each page. */
export const register = async ({ page, username, email, phone, password, pin }: Person, picture: string) => {
  await page.goto(`${endpoints.web}/register`);
  await page.getByLabel("Jméno", { exact: true }).fill("Jana");
  await page.getByLabel("Příjmení", { exact: true }).fill("Nováková");
  await page.getByLabel(/Datum narození/u).fill("12. 4. 1988");
  await page.getByLabel(/Ulice/u).fill("Lipová 7");
  await page.getByLabel(/Obec|Město/u).fill("Brno");
  await page.getByLabel(/PSČ/u).fill("602 00");
  await page.getByLabel(/^E-mail/u).fill(email);
  await page.getByLabel(/^Telefon|Mobil/u).fill(phone.replace("+420", ""));
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
  await page.getByLabel(/PIN2/u).fill(await pin(phone));
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL("**/login");
};

/** With the password, for an account that has no key yet. */
export const logIn = async ({ page, email, password }: Person) => {
  await page.goto(`${endpoints.web}/login`);
  await page.getByLabel("Uživatelské jméno nebo e-mail").fill(email);
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();
  await page.waitForURL("**/settings");
};

/** From the settings: the account's first key, named "Modrý klíč". */
export const addFirstKey = async ({ page, password, phone, pin }: Person) => {
  await page.getByRole("link", { name: /Nastavit Dvoufaktorové/u }).click();
  await page.getByRole("button", { name: "Přidat bezpečnostní klíč" }).click();
  await confirmByPassword(page, password);
  await page.getByLabel("PIN2 z SMS").fill(await pin(phone));
  await page.getByRole("button", { name: "Potvrdit" }).click();
  await page.getByLabel("Název klíče").fill("Modrý klíč");
  await page.getByRole("button", { name: "Pokračovat ke klíči" }).click();
  await page.getByText("Klíč „Modrý klíč“ je přidaný.").waitFor();
  await page
    .getByRole("region", { name: "Modrý klíč" })
    .getByText("FIDO úroveň 1", { exact: true })
    .waitFor();
};

/** From the page of keys: the account is linked with its key by a visit to the office; each page is shown to `seen`. */
export const link = async (
  { page, email, message, password }: Person,
  resident: Resident,
  seen: (name: string) => Promise<void> = async () => undefined,
) => {
  await page.getByRole("link", { name: "Propojit s NIA" }).click();
  await page.getByText("Co je potřeba k propojení").waitFor();
  await seen("nia");
  await page.getByRole("button", { name: "Propojit s NIA" }).click();
  await seen("confirm");
  await confirmByPassword(page, password);
  await page.getByRole("radio", { name: "Navštívit pracoviště Czech POINT" }).waitFor();
  await seen("method");
  await page.getByRole("button", { name: "Ověřit" }).click();
  await page.getByText("Zpráva pro příjemce (identifikační kód)").waitFor();
  await seen("document");
  await anOffice(endpoints).answer((await page.locator(".code").textContent()) ?? "", resident);
  await message(email, /údaje|registr/iu);
  await page.goto(`${endpoints.web}/settings`);
  await page.getByRole("link", { name: "Dokončit validaci pro NIA a propojit účet" }).click();
  await page.getByRole("button", { name: "Pokračovat" }).click();
  await confirmByPassword(page, password);
  await page.getByRole("table").waitFor();
  await seen("compare");
  await page.getByRole("button", { name: "Dokončit propojení s NIA" }).click();
  await page.getByText("Propojení s NIA bylo dokončeno").waitFor({ timeout: 60_000 });
  await seen("linked");
};
