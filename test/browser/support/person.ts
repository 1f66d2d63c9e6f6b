import type { Browser, CDPSession, Page } from "playwright-core";
import { sharedProduct } from "../../e2e/support/shared-product.ts";
import { aUser } from "../../e2e/support/user.ts";

/** Plugs a virtual security key into the page's browser; answers with its id. */
export const plugInKey = async (devTools: CDPSession): Promise<string> => {
  const { authenticatorId } = await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
};

/** A person with a browser, a security key in it, a mailbox and a phone. `user.register()` saves the clicking. */
export const aPerson = async (browser: Browser, width = 1280) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "cs-CZ" });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  const keyId = await plugInKey(devTools);
  const user = aUser(sharedProduct());
  const { username, email, phone, password } = user.person;
  const { message, pin } = user;
  return { page, context, devTools, keyId, user, username, email, phone, password, message, pin };
};

export type Person = Awaited<ReturnType<typeof aPerson>>;

/** Types the password of a confirmation login; the virtual key answers by itself. */
export const confirmByPassword = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel("Heslo", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Potvrdit" }).click();
};
