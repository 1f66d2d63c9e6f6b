import { readFile } from "node:fs/promises";
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

/** So much has happened in the account that one page does not hold it. */
const liveLong = async ({ user }: Person) => {
  await user.register();
  await user.logIn();
  for (let times = 0; times < 28; times += 1) await user.must("PATCH", "/me", { firstName: "Jana" });
};

const readActivity = async ({ page }: Person, picture: string) => {
  await page.getByRole("link", { name: "Otevřít Historie účtu" }).click();
  const events = page.locator(".timeline > li");
  await page.getByText("Zobrazeno událostí: 25.").waitFor();
  await look(page, `${picture}-activity`);
  await page.getByRole("button", { name: "Načíst starší" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("To je všechno, starší události nejsou.").waitFor();
  expect(await page.evaluate("document.activeElement?.textContent")).toBe(
    "To je všechno, starší události nejsou.",
  );
  expect(await events.count()).toBeGreaterThan(30);

  await page.getByLabel("Co zobrazit").selectOption({ label: "Bezpečnostní klíče" });
  await page.getByText("Zobrazeno událostí: 1.").waitFor();
  expect(await events.allTextContents()).toEqual([
    expect.stringMatching(
      /^Do účtu byl přidán bezpečnostní klíč „Modrý klíč“\.\d{1,2}\.\s\d{1,2}\.\s\d{4} \d{1,2}:\d\d$/u,
    ),
  ]);
  await look(page, `${picture}-activity-keys`);
  await page.getByLabel("Co zobrazit").selectOption({ label: "Podpora" });
  await page.getByText("Zatím tu nic není.").waitFor();
};

const exportAll = async ({ page, password, username }: Person, picture: string) => {
  await page.goto(`${endpoints.web}/settings`);
  await page.getByRole("link", { name: "Otevřít Stažení všech údajů" }).click();
  await look(page, `${picture}-export`);
  await page.getByRole("button", { name: "Stáhnout údaje" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), confirmByPassword(page, password)]);
  expect(download.suggestedFilename()).toMatch(/^nia-link-\d{4}-\d\d-\d\d\.json$/u);
  const data = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, unknown>;
  expect(data).toMatchObject({ account: { username }, securityKeys: [{ name: "Modrý klíč" }] });
  await page.getByText("Soubor je stažený.").waitFor();
};

const deleteAndKeep = async ({ page, password, email, message }: Person, picture: string) => {
  await page.goto(`${endpoints.web}/settings`);
  await page.getByRole("link", { name: "Otevřít Smazání účtu" }).click();
  await look(page, `${picture}-deletion`);
  await page.getByRole("button", { name: "Smazat účet" }).click();
  await confirmByPassword(page, password);
  await page.getByRole("dialog", { name: "Opravdu smazat účet?" }).waitFor();
  await look(page, `${picture}-deletion-dialog`);
  await page.getByRole("button", { name: "Ano, smazat účet" }).click();
  await page.getByText(/^Účet bude smazán/u).waitFor();
  await look(page, `${picture}-deletion-requested`);
  expect(await message(email, /bude smazán/u)).toMatch(/Smažeme jej/u);

  await page.goto(`${endpoints.web}/settings/profile`);
  await page.getByText(/^Tento účet bude smazán/u).waitFor();
  await look(page, `${picture}-deletion-banner`);
  await page.getByRole("link", { name: "Zrušit smazání" }).click();
  await page.getByRole("button", { name: "Zrušit smazání a nechat si účet" }).click();
  await page.getByText("Smazání je zrušené, účet vám zůstává.").waitFor();
  await look(page, `${picture}-deletion-cancelled`);
  await page.goto(`${endpoints.web}/settings`);
  await page.getByText("Účet můžete smazat.", { exact: false }).waitFor();
  expect(await page.getByText(/bude smazán/u).count()).toBe(0);
};

describe("a user's own data", () => {
  it.each([1280, 360])(
    "are read, downloaded, nearly deleted and kept, at %d px",
    async (width) => {
      const person = await aPerson(browser, width);
      await liveLong(person);
      await logIn(person);
      await addFirstKey(person);
      await person.page.goto(`${endpoints.web}/settings`);
      await look(person.page, `${width}-settings-own-data`);
      await readActivity(person, String(width));
      await exportAll(person, String(width));
      await deleteAndKeep(person, String(width));
      await person.page.context().close();
    },
    240_000,
  );
});
