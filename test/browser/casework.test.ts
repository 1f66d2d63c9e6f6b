import { randomBytes } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResident, anOffice } from "../e2e/support/outside-world.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { linkIn, operatorCommand } from "./support/operator-command.ts";
import { aPerson, type Person } from "./support/person.ts";

const { endpoints } = sharedProduct();
const deskPassword = "a long night at the desk";
let browser: Browser;
let olga: Supervisor;
let petr: Supervisor;

/** Enrolled and logged in, with a browser and a key of their own. */
const aSupervisor = async (name: string) => {
  const login = `${name.toLowerCase()}-${randomBytes(4).toString("hex")}`;
  const told = await operatorCommand("add", login, "--name", name, "--role", "supervisor");
  const { page } = await aPerson(browser);
  await page.goto(linkIn(told));
  await page.getByRole("button", { name: "Začít zápis" }).click();
  await page.getByLabel("Nové heslo").fill(deskPassword);
  await page.getByRole("button", { name: "Nastavit heslo a zaregistrovat klíč" }).click();
  await page.getByText("Zápis je hotový").waitFor();
  return { page, login };
};
type Supervisor = Awaited<ReturnType<typeof aSupervisor>>;

const enter = async ({ page, login }: Supervisor) => {
  await page.goto(`${endpoints.web}/console`);
  await page.getByLabel("Jméno operátora").fill(login);
  await page.getByLabel("Heslo", { exact: true }).fill(deskPassword);
  await page.getByRole("button", { name: "Přihlásit se" }).click();
  await page.getByRole("heading", { name: "Najít účet" }).waitFor();
};

const confirmed = async (page: Page, button: string) => {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
};

/** Two neighbours of the code swapped, as a clerk may type it. */
const mistyped = (code: string): string => {
  const at = [0, 1, 2].find((index) => code[index] !== code[index + 1]) ?? 0;
  return `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
};

const aRegisteredUser = async (): Promise<Person> => {
  const person = await aPerson(browser);
  await person.user.register();
  await person.user.logIn();
  return person;
};

beforeAll(async () => {
  browser = await launch();
  olga = await aSupervisor("Olga");
  petr = await aSupervisor("Petr");
  await enter(olga);
  await enter(petr);
}, 120_000);
afterAll(async () => {
  await browser.close();
});

describe("at the helpdesk two people", () => {
  it("find whose an answer with a mistyped code is", async () => {
    const { user } = await aRegisteredUser();
    const { id: keyId } = await user.addKey();
    const { code } = await user.startVerification([keyId]);
    await anOffice(endpoints).answer(mistyped(code), await aResident(endpoints, "jana-prestehovana"));

    await olga.page.getByRole("link", { name: "Případy" }).click();
    await olga.page.getByRole("rowheader", { name: "Odpověď úřadu bez shody kódu" }).last().waitFor();
    await look(olga.page, "1280-console-cases");
    await olga.page.getByRole("link", { name: "Otevřít Odpověď úřadu bez shody kódu" }).last().click();
    const mine = olga.page.getByRole("row", { name: new RegExp(user.person.username, "u") });
    await mine.getByText("podobný kód").waitFor();
    await look(olga.page, "1280-console-unmatched");
    await mine.getByRole("button", { name: /Navrhnout přiřazení/u }).click();
    await olga.page.getByText("Vlastní návrh potvrdit nemůžete").waitFor();

    await petr.page.goto(olga.page.url());
    await petr.page.getByText(`přiřadit odpověď účtu ${user.person.username}`).waitFor();
    await look(petr.page, "1280-console-proposed");
    await confirmed(petr.page, "Potvrdit a provést");
    await petr.page.getByText("Případ je uzavřený: odpověď přiřazena").waitFor();
    await look(petr.page, "1280-console-case-closed");
    await user.untilState("awaiting-completion");
    await user.message(user.person.email, /údaje|registr/iu);
  }, 240_000);

  it("reset a login by a verified form, whose owner sets a new password", async () => {
    const { user, page } = await aRegisteredUser();
    const { username } = user.person;
    const contact = `form-${username}@example.cz`;

    await olga.page.goto(`${endpoints.web}/console`);
    await olga.page.getByLabel("Hledaný údaj").fill(username);
    await olga.page.getByRole("button", { name: "Vyhledat" }).click();
    await olga.page.getByRole("link", { name: `Otevřít účet ${username}` }).click();
    await olga.page.getByRole("link", { name: "Zaevidovat formulář" }).click();
    await olga.page.getByLabel("Jak byla ověřena totožnost").fill("Občanský průkaz, přepážka Praha");
    await olga.page.getByLabel("Datum na formuláři").fill("1. 1. 2020");
    await olga.page.getByLabel("Číslo v evidenci").fill("NIC-2026-17");
    await olga.page.getByLabel("E-mail pro nové heslo").fill(contact);
    await olga.page.getByLabel("Sken formuláře").setInputFiles({
      name: "form.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7\n% a form\n"),
    });
    await olga.page.getByRole("button", { name: "Zaevidovat" }).click();
    await olga.page.getByText("Datum je v budoucnosti, nebo příliš staré.").waitFor();
    await look(olga.page, "1280-console-new-form");
    const today = new Date().toLocaleDateString("cs-CZ", { timeZone: "Europe/Prague" });
    await olga.page.getByLabel("Datum na formuláři").fill(today);
    await olga.page.getByRole("button", { name: "Zaevidovat" }).click();
    await olga.page.getByText("Formulář jste zaevidovali vy").waitFor();
    await look(olga.page, "1280-console-form-own");
    await user.message(user.person.email, /žádost o obnovu přístupu/iu);

    await petr.page.getByRole("link", { name: "Formuláře" }).click();
    await petr.page.getByRole("rowheader", { name: "NIC-2026-17" }).last().waitFor();
    await look(petr.page, "1280-console-forms");
    await petr.page.goto(olga.page.url());
    const [scan] = await Promise.all([
      petr.page.waitForEvent("download"),
      petr.page.getByRole("button", { name: "Stáhnout sken" }).click(),
    ]);
    expect(scan.suggestedFilename()).toBe("NIC-2026-17.pdf");
    await look(petr.page, "1280-console-form");
    await confirmed(petr.page, "Schválit a obnovit přístup");
    await petr.page.getByText("schváleno").waitFor();
    expect((await user.call("GET", "/me")).status).toBe(401);

    const link =
      /https?:\S+\/new-password#\S+/u.exec(await user.message(contact, /new-password#/u))?.[0] ?? "";
    await page.goto(link);
    await look(page, "1280-new-password");
    await page.getByLabel("Nové heslo").fill("a password of today");
    await page.getByRole("button", { name: "Uložit nové heslo" }).click();
    await page.waitForURL("**/login");
    await page.getByLabel("Uživatelské jméno nebo e-mail").fill(username);
    await page.getByLabel("Heslo", { exact: true }).fill("a password of today");
    await page.getByRole("main").getByRole("button", { name: "Přihlásit se", exact: true }).click();
    await page.waitForURL("**/settings");
    await page.goto(`${endpoints.web}/settings/activity`);
    await page.getByText("Přístup k účtu byl obnoven podle ověřeného formuláře").waitFor();
  }, 240_000);
});

describe("a supervisor", () => {
  it("tells everybody of an outage, and finds in the audit log who did", async () => {
    const { page } = petr;
    await page.getByRole("link", { name: "Výpadek" }).click();
    await page.getByLabel("Text česky").fill("Dnes v noci nepůjde propojení s NIA.");
    await page.getByLabel("Text anglicky").fill("Linking to NIA will not work tonight.");
    await page.getByLabel("Do").fill("31. 12. 2099 6:00");
    await page.getByRole("button", { name: "Zobrazit oznámení" }).click();
    await page.getByText("Zobrazuje se:").waitFor();
    await look(page, "1280-console-outage");
    const guest = await aPerson(browser);
    await guest.page.goto(endpoints.web);
    await guest.page.getByText("Dnes v noci nepůjde propojení s NIA.").waitFor();
    await guest.page.getByText("Do 31. 12. 2099 6:00.").waitFor();
    await look(guest.page, "1280-outage-banner");
    await page.getByRole("button", { name: "Zrušit oznámení" }).click();
    await page.getByText("Teď se nic nezobrazuje.").waitFor();

    await page.getByRole("link", { name: "Audit" }).click();
    await page.getByLabel("Operátor").fill(petr.login);
    await page.getByRole("button", { name: "Vyhledat" }).click();
    await page.getByRole("rowheader", { name: "outage-banner-removed" }).waitFor();
    await page.getByRole("rowheader", { name: "outage-banner-set" }).waitFor();
    await look(page, "1280-console-audit");
  }, 120_000);
});
