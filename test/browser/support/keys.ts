import type { CDPSession } from "playwright-core";
import { plugInKey } from "./person.ts";

/** Several virtual keys in one browser, of which one at a time is touched. */
export const aKeyring = async (devTools: CDPSession, first: string, count: number) => {
  const keys = [first];
  while (keys.length < count) keys.push(await plugInKey(devTools));
  return {
    /** From now on this key answers, and no other one. */
    hold: async (held: number): Promise<void> => {
      for (const [index, authenticatorId] of keys.entries())
        await devTools.send("WebAuthn.setAutomaticPresenceSimulation", {
          authenticatorId,
          enabled: index === held,
        });
    },
  };
};
