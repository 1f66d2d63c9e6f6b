import type { Page } from "playwright-core";
import type { Resident } from "../../../local/nia/residents.ts";

/** Logs in at NIA's portal as a resident, with eObčanka, and answers whether the data may be passed on. */
export const logInAtPortal = async (
  page: Page,
  resident: Resident,
  consent: "Souhlasím" | "Nesouhlasím",
): Promise<void> => {
  await page.getByRole("heading", { name: "Přihlášení přes Národní bod" }).waitFor();
  await page.getByRole("radio", { name: /^eObčanka/u }).check();
  await page.getByLabel("Osoba z registru obyvatel").selectOption(resident.id);
  await page.getByRole("button", { name: "Přihlásit se", exact: true }).click();
  await page.getByRole("button", { name: consent, exact: true }).click();
};
