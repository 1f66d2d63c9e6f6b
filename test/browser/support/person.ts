import { randomBytes, randomInt } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import type { InboxMessage } from "../../../local/inbox/message.ts";
import type { Endpoints } from "../../../local/steps/endpoints.ts";
import { eventually } from "../../e2e/support/user.ts";

/** A person with a browser, a security key in it, a mailbox and a phone. */
export const aPerson = async (browser: Browser, endpoints: Endpoints, width = 1280) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "cs-CZ" });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const name = `zofie${randomBytes(4).toString("hex")}`;
  const person = {
    username: name,
    email: `${name}@example.cz`,
    phone: `60${randomInt(1_000_000, 9_999_999)}`,
  };
  const password = "correct horse battery";

  const taken = new Set<string>();
  const message = async (address: string, pattern: RegExp): Promise<InboxMessage> =>
    await eventually(`a message to ${address} with ${pattern.source}`, async () => {
      const answer = await fetch(`${endpoints.inbox}/api/messages?to=${encodeURIComponent(address)}`);
      const found = ((await answer.json()) as InboxMessage[]).find(
        ({ id, subject, text }) => !taken.has(id) && pattern.test(`${subject}\n${text}`),
      );
      if (found !== undefined) taken.add(found.id);
      return found;
    });
  const pin = async (address: string) =>
    /\b\d{6}\b/u.exec((await message(address, /\b\d{6}\b/u)).text)?.[0] ?? "";

  return { page, context, ...person, password, message, pin };
};

export type Person = Awaited<ReturnType<typeof aPerson>>;

/** Types the password of a confirmation login; the virtual key answers by itself. */
export const confirmByPassword = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Potvrdit" }).click();
};
