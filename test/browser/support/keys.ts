import type { CDPSession } from "playwright-core";
import { plugInKey } from "./person.ts";

/** Several virtual keys for one browser, of which one at a time is plugged in; `plugged` is the first of them. */
export const aKeyring = async (devTools: CDPSession, plugged: string) => {
  const unplug = async (authenticatorId: string) => {
    const { credentials } = await devTools.send("WebAuthn.getCredentials", { authenticatorId });
    await devTools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    return credentials;
  };
  const laidAside = new Map<number, Awaited<ReturnType<typeof unplug>>>();
  let held = { index: 0, authenticatorId: plugged };
  return {
    /** Unplugs the key that is in, and plugs this one in. */
    hold: async (index: number): Promise<void> => {
      if (index === held.index) return;
      laidAside.set(held.index, await unplug(held.authenticatorId));
      const authenticatorId = await plugInKey(devTools);
      for (const credential of laidAside.get(index) ?? [])
        await devTools.send("WebAuthn.addCredential", { authenticatorId, credential });
      held = { index, authenticatorId };
    },
  };
};
