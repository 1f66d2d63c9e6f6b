import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLinkedUser } from "../e2e/support/linked-user.ts";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { look } from "./support/look.ts";
import { linkIn, operatorCommand } from "./support/operator-command.ts";
import { aPerson, type Person } from "./support/person.ts";

const product = sharedProduct();
const { endpoints } = product;
const password = "a long night at the desk";
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** A supervisor by the command, the link, a password and a key of their own. */
const aSupervisor = async (name: string) => {
  const login = `${name.toLowerCase()}-${randomBytes(4).toString("hex")}`;
  const link = linkIn(await operatorCommand("add", login, "--name", name, "--role", "supervisor"));
  const person = await aPerson(browser);
  const { page } = person;
  await page.goto(link);
  await page.getByRole("button", { name: "Začít zápis" }).click();
  await page.getByLabel("Nové heslo").fill("password123");
  await page.getByRole("button", { name: "Nastavit heslo a zaregistrovat klíč" }).click();
  await page.getByText("Toto heslo patří k nejčastěji používaným").waitFor();
  await page.getByLabel("Nové heslo").fill(password);
  await look(page, "1280-console-enrol");
  await page.getByRole("button", { name: "Nastavit heslo a zaregistrovat klíč" }).click();
  await page.getByText("Zápis je hotový").waitFor();
  await look(page, "1280-console-enrolled");
  return { ...person, login, link };
};

const enter = async ({ page }: Person, login: string) => {
  await page.goto(`${endpoints.web}/console`);
  await page.getByLabel("Jméno operátora").fill(login);
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await look(page, "1280-console-login");
  await page.getByRole("button", { name: "Přihlásit se" }).click();
};

const say = async ({ page }: Person, said: Record<string, string>) => {
  for (const [label, value] of Object.entries(said))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Zkontrolovat" }).click();
};

describe("the helpdesk's console", () => {
  it("enrols two supervisors, checks a caller and unlinks", async () => {
    const { user, untilHeld } = await aLinkedUser(product, 1);
    const eva = await aSupervisor("Eva");
    const jan = await aSupervisor("Jan");
    const { page } = jan;
    await page.goto("about:blank");
    await page.goto(eva.link);
    await page.getByRole("button", { name: "Začít zápis" }).click();
    await page.getByText("Odkaz k zápisu už neplatí").waitFor();
    await eva.context.close();

    await enter(jan, jan.login);
    await page.getByRole("heading", { name: "Najít účet" }).waitFor();
    await look(page, "1280-console-find");
    await page.getByLabel("Hledat podle").selectOption("email");
    await page.getByLabel("Hledaný údaj").fill(user.person.email);
    await page.getByRole("button", { name: "Vyhledat" }).click();
    await page.getByRole("link", { name: /Otevřít účet/u }).click();
    await page.getByRole("heading", { name: "Ověření volajícího" }).waitFor();
    expect(await page.getByRole("main").textContent()).not.toMatch(/Nováková|Lipová/u);
    await look(page, "1280-console-account");

    const { person } = await user.must<{ person: typeof user.person }>("GET", "/me");
    const said = {
      Jméno: "Hana",
      Příjmení: person.lastName.toUpperCase(),
      "Datum narození": person.birthDate.split("-").toReversed().join(". "),
      "Trvalá adresa": `${person.address.street}, ${person.address.city}`,
      "E-mail": user.person.email,
      Telefon: user.person.phone.replace("+420", ""),
    };
    await say(jan, said);
    await page.getByText("Nesouhlasí: Jméno").waitFor();
    await look(page, "1280-console-check-failed");
    expect(await page.getByRole("button", { name: "Zrušit propojení" }).count()).toBe(0);
    await say(jan, { ...said, Jméno: person.firstName });
    await page.getByText("Všechno souhlasí").waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await look(page, "360-console-check-passed");
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.getByRole("button", { name: "Zrušit propojení" }).click();
    await look(page, "1280-console-unlink");
    await page.getByRole("dialog").getByRole("button", { name: "Zrušit propojení" }).click();
    await page.getByText("Propojení je zrušené. Uživatel dostal e-mail.").waitFor();
    await look(page, "1280-console-unlinked");

    await untilHeld("Ukonceny");
    await user.message(user.person.email, /volal na podporu/u);
    await user.message(user.person.email, /už není propojen/u);
    const { events } = await user.must<{ events: { action: string }[] }>("GET", "/me/activity?kind=helpdesk");
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account-found", "account-viewed", "caller-checked", "account-unlinked"]),
    );
    await page.getByRole("button", { name: "Odhlásit se" }).click();
    await page.getByRole("heading", { name: "Přihlášení do konzole" }).waitFor();
    await jan.context.close();
  }, 300_000);
});
