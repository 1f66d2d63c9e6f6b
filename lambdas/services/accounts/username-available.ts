import type { Clock, ControlCodes } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";

const SUGGESTIONS = 20;

/** Whether a username is free, and if not, a free one like it. Shows only behind the control code. */
export const makeUsernameAvailable = (ports: {
  records: Records;
  clock: Clock;
  controlCodes: ControlCodes;
}) => {
  const isFree = async (username: string): Promise<boolean> => {
    const claim = await ports.records.get("claim", { kind: "username", value: username.toLowerCase() });
    return claim === undefined || (claim.expiresAt !== undefined && claim.expiresAt <= ports.clock());
  };

  return async (command: {
    username: string;
    controlCode: string;
  }): Promise<{ available: boolean; suggestion?: string }> => {
    await ports.controlCodes.redeem(command.controlCode);
    if (await isFree(command.username)) return { available: true };
    for (let number = 2; number < SUGGESTIONS; number += 1) {
      const suggestion = `${command.username.slice(0, 36)}${number}`;
      if (await isFree(suggestion)) return { available: false, suggestion };
    }
    return { available: false };
  };
};
