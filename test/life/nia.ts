import {
  NiaOutcomeUnknown,
  NiaRefused,
  NiaReplyInvalid,
  NiaUnavailable,
} from "../../lambdas/domain/errors.ts";
import type { AuthenticatorState, Nia, NiaNotification } from "../../lambdas/services/ports/nia.ts";
import type { Dice } from "./random.ts";

export interface HeldRecord {
  pseudonym: string;
  id: string;
  state: AuthenticatorState;
}

/** NIA with a bad day: what fails before it happens, after it, or happens late, while `isTroubled`. */
export interface LifeNia extends Nia {
  isTroubled: boolean;
  isDown: boolean;
  readonly held: Map<string, HeldRecord>;
  readonly feed: NiaNotification[];
  tell(notification: Pick<NiaNotification, "pseudonym"> & Partial<NiaNotification>): void;
}

/** A call that was given up on may still take effect for that long, in seconds. */
const LATE = 20;

export const lifeNia = (dice: Dice, now: () => number): LifeNia => {
  const held = new Map<string, HeldRecord>();
  const late: { at: number; effect: () => unknown }[] = [];
  const arrive = () => {
    for (const { effect } of late.filter(({ at }) => at <= now())) {
      try {
        effect();
      } catch {
        // Nobody is there any more to be told.
      }
    }
    late.splice(0, late.length, ...late.filter(({ at }) => at > now()));
  };

  const call = <T>(effect: () => T): T => {
    arrive();
    if (nia.isDown || (nia.isTroubled && dice.chance(0.15))) throw new NiaUnavailable("down");
    if (!nia.isTroubled || dice.chance(0.85)) return effect();
    const fate = dice.below(4);
    if (fate === 0) late.push({ at: now() + dice.below(LATE), effect });
    else effect();
    throw fate === 1
      ? new NiaReplyInvalid("a reply that proves nothing")
      : new NiaOutcomeUnknown("no answer");
  };

  const nia: LifeNia = {
    isTroubled: true,
    isDown: false,
    held,
    feed: [],
    identify: async ({ lastName, birthDate }) => call(() => ({ pseudonym: `bsi-${lastName}-${birthDate}` })),
    writeAuthenticator: async ({ pseudonym, authenticatorId: id, state }) => {
      if (nia.isTroubled && dice.chance(0.02)) throw new NiaRefused("refused");
      return call(() => {
        const key = `${pseudonym}|${id}`;
        if (held.has(key)) return { outcome: "already-exists" as const };
        held.set(key, { pseudonym, id, state });
        return { outcome: "registered" as const };
      });
    },
    changeAuthenticator: async ({ pseudonym, authenticatorId: id, state }) =>
      call(() => {
        const record = held.get(`${pseudonym}|${id}`);
        if (record === undefined) return { outcome: "no-such-record" as const };
        // Ended is for good.
        if (record.state === "Ukonceny" && state !== "Ukonceny") throw new NiaRefused("ended");
        record.state = state;
        return { outcome: "changed" as const };
      }),
    notifications: async (fromId) =>
      call(() => {
        const from = BigInt(fromId ?? "-1");
        const left = nia.feed.filter(({ id }) => BigInt(id) >= from);
        return { notifications: left.slice(0, 5), unreadable: [], more: left.length > 5 };
      }),
    tell: (notification) => {
      nia.feed.push({
        id: String(1000 + nia.feed.length * 3),
        at: new Date(now() * 1000 + 3_600_000).toISOString().slice(0, 19),
        source: "ROBREF",
        text: "",
        pseudonymInvalidated: false,
        ...notification,
      });
    },
  };
  return nia;
};
