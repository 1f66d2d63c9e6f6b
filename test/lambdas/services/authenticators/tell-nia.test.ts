import { beforeEach, describe, expect, it } from "vitest";
import {
  type Authenticator,
  type AuthenticatorReason,
  type AuthenticatorState,
  tellAgain,
  TELLING_SECONDS,
} from "../../../../lambdas/domain/authenticator.ts";
import {
  AuthenticatorBusy,
  NiaOutcomeUnknown,
  NiaRefused,
  NiaReplyInvalid,
  NiaUnavailable,
  RecordMissing,
  Superseded,
} from "../../../../lambdas/domain/errors.ts";
import { makeGiveUp } from "../../../../lambdas/services/authenticators/give-up.ts";
import { makeTellNia } from "../../../../lambdas/services/authenticators/tell-nia.ts";
import { wantState } from "../../../../lambdas/services/authenticators/want-state.ts";
import { accountId, anAuthenticator } from "../../../support/builders.ts";
import { memoryNia, type MemoryNia } from "../../../support/memory-nia.ts";
import { aWorld, type World } from "../../../support/world.ts";

const authenticatorId = "authenticator-1";
let world: World;
let nia: MemoryNia;

const stored = () => world.records.all("authenticator")[0]!;
const given = async (change: Partial<Authenticator> = {}) => {
  await world.records.commit([{ put: anAuthenticator(change) }]);
};
const wanting = async (wanted: AuthenticatorState, reason: AuthenticatorReason) => {
  await world.records.commit(wantState(world, world.now, [stored()], { wanted, reason }));
};
const task = (attempt: number) => ({ accountId, authenticatorId, attempt });
const tell = async (attempt = stored().attempt) => await makeTellNia({ ...world, nia })(task(attempt));

beforeEach(() => {
  world = aWorld();
  nia = memoryNia();
  nia.held.set(authenticatorId, "Aktivni");
});

describe("what is wanted of a key", () => {
  it.each<[AuthenticatorState, AuthenticatorState, AuthenticatorReason, string, string]>([
    ["active", "ended", "key-removed", "Ukonceny", "key-ended"],
    ["active", "suspended", "model-disqualified", "Neaktivni", "key-suspended"],
    ["suspended", "active", "model-restored", "Aktivni", "key-resumed"],
    ["suspended", "ended", "detached", "Ukonceny", "key-ended"],
  ])("%s → %s: NIA is told, for %s", async (known, wanted, reason, state, action) => {
    const told: unknown[] = [];
    const change = nia.changeAuthenticator;
    nia.changeAuthenticator = async (asked) => {
      told.push(asked);
      return { ...(await change(asked)), correlationId: "C7" };
    };
    await given({ wanted: known, known });
    await wanting(wanted, reason);
    await tell(1);
    const { pseudonym } = anAuthenticator();
    expect(told).toEqual([{ pseudonym, authenticatorId, state, message: reason }]);
    expect(stored()).toMatchObject({ wanted, known: wanted });
    expect(stored()).not.toHaveProperty("tellingUntil");
    expect(world.records.audit).toMatchObject([
      { action, actor: "system", accountId, keyId: "key-1", reason, correlationId: "C7" },
    ]);
  });

  it("is told once: a settled record is left alone", async () => {
    await given();
    await wanting("ended", "detached");
    await tell(1);
    await tell(1);
    expect(nia.calls).toEqual(["change Ukonceny"]);
    expect(world.records.audit).toHaveLength(1);
  });

  it("is stored as unknown before the call", async () => {
    await given();
    await wanting("ended", "detached");
    let before: Authenticator | undefined;
    nia.before = () => {
      before = stored();
    };
    await tell(1);
    const until = new Date(Date.parse(world.now) + TELLING_SECONDS * 1000).toISOString();
    expect(before).toMatchObject({ known: "unknown", tellingUntil: until });
  });

  it("is left to the newer attempt, and to nobody where the record is gone", async () => {
    await given();
    await wanting("suspended", "helpdesk-suspension");
    await wanting("ended", "helpdesk-call");
    await expect(tell(1)).rejects.toThrow(Superseded);
    await expect(makeTellNia({ ...world, nia })({ ...task(1), authenticatorId: "another" })).rejects.toThrow(
      Superseded,
    );
    expect(nia.calls).toEqual([]);
  });
});

describe("a record that NIA does not have", () => {
  beforeEach(() => {
    nia.held.clear();
  });

  it("is as good as ended", async () => {
    await given();
    await wanting("ended", "detached");
    await tell();
    expect(stored()).toMatchObject({ known: "ended" });
    expect(world.records.audit).toMatchObject([{ action: "key-ended" }]);
  });

  it.each<[AuthenticatorState, AuthenticatorState, AuthenticatorReason]>([
    ["active", "suspended", "key-cloned"],
    ["suspended", "active", "suspension-lifted"],
  ])("can't go from %s to %s: an operator's case has it", async (known, wanted, reason) => {
    await given({ wanted: known, known });
    await wanting(wanted, reason);
    await expect(tell()).rejects.toThrow(RecordMissing);
    await makeGiveUp(world)({ ...task(1), failure: "RecordMissing" });
    expect(world.records.all("operator-case")).toMatchObject([
      { kind: "nia-record-missing", accountId, authenticatorId, state: "open" },
    ]);
    expect(stored()).toMatchObject({ known: "unknown", givenUpAt: world.now });
    expect(stored()).not.toHaveProperty("tellingUntil");
  });
});

describe("trouble with NIA", () => {
  beforeEach(async () => {
    await given();
    await wanting("ended", "detached");
  });

  it.each([
    ["NiaUnavailable", new NiaUnavailable("503"), false],
    ["NiaRefused", new NiaRefused("no"), false],
    ["NiaOutcomeUnknown", new NiaOutcomeUnknown("timeout"), true],
    ["NiaReplyInvalid", new NiaReplyInvalid("signature"), true],
  ])(
    "%s goes to the machine; the next call waits only where NIA may still be at it",
    async (_, error, waits) => {
      nia.before = () => {
        throw error;
      };
      await expect(tell()).rejects.toThrow(error);
      expect(stored()).toMatchObject({ wanted: "ended", known: "unknown" });
      expect(world.records.audit).toEqual([]);
      nia.before = () => undefined;
      const atOnce = await tell().then(
        () => "told",
        ({ name }: Error) => name,
      );
      expect(atOnce).toBe(waits ? "AuthenticatorBusy" : "told");
      world.pass(TELLING_SECONDS);
      await tell();
      expect(stored()).toMatchObject({ known: "ended" });
      expect(nia.held.get(authenticatorId)).toBe("Ukonceny");
    },
  );

  it("is told once more where the answer was lost: ended stays ended", async () => {
    nia.after = () => {
      throw new NiaOutcomeUnknown("connection reset");
    };
    await expect(tell()).rejects.toThrow(NiaOutcomeUnknown);
    nia.after = () => undefined;
    world.pass(TELLING_SECONDS);
    await tell();
    expect(nia.calls).toEqual(["change Ukonceny", "change Ukonceny"]);
    expect(world.records.audit).toHaveLength(1);
  });

  it("is told once more where the process died before it could store the answer", async () => {
    nia.after = () => {
      world.records.beforeCommit = () => {
        throw new Error("killed");
      };
    };
    await expect(tell()).rejects.toThrow("killed");
    nia.after = () => undefined;
    world.records.beforeCommit = () => undefined;
    expect(stored()).toMatchObject({ known: "unknown" });
    world.pass(TELLING_SECONDS);
    await tell();
    expect(stored()).toMatchObject({ known: "ended" });
  });
});

describe("two at once", () => {
  it("the other waits until the call is over, and tells what is wanted then", async () => {
    await given();
    await wanting("suspended", "helpdesk-suspension");
    let other: Promise<unknown> | undefined;
    nia.before = () => {
      nia.before = () => undefined;
      other = wanting("ended", "helpdesk-call").then(async () => await tell(2));
      other.catch(() => undefined);
    };
    const answered = nia.changeAuthenticator;
    nia.changeAuthenticator = async (change) => {
      const result = await answered(change);
      await expect(other).rejects.toThrow(AuthenticatorBusy);
      return result;
    };
    await tell(1);
    // What was told is known now; what is wanted has changed meanwhile, and the newer attempt goes on.
    expect(stored()).toMatchObject({ wanted: "ended", known: "suspended", attempt: 2 });
    nia.changeAuthenticator = answered;
    await tell(2);
    expect(stored()).toMatchObject({ wanted: "ended", known: "ended" });
    expect(nia.calls).toEqual(["change Neaktivni", "change Ukonceny"]);
  });

  it("of two that take it in the same moment one does", async () => {
    await given();
    await wanting("ended", "detached");
    const results = await Promise.allSettled([tell(1), tell(1)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(nia.calls).toEqual(["change Ukonceny"]);
  });

  it("one that comes back after its time stores nothing: another one has it", async () => {
    await given();
    await wanting("ended", "detached");
    const answered = nia.changeAuthenticator;
    nia.changeAuthenticator = async (change) => {
      const result = await answered(change);
      nia.changeAuthenticator = answered;
      world.pass(TELLING_SECONDS);
      await world.records.commit([
        { put: { ...stored(), tellingUntil: new Date(Date.parse(world.now) + 60_000).toISOString() } },
      ]);
      return result;
    };
    await expect(tell(1)).rejects.toThrow(AuthenticatorBusy);
    expect(stored()).toMatchObject({ known: "unknown" });
    expect(world.records.audit).toEqual([]);
  });
});

describe("giving up", () => {
  const giveUp = async (attempt = 1) =>
    await makeGiveUp(world)({ ...task(attempt), failure: "NiaUnavailable" });
  const waiting = async () => await world.records.waiting("authenticator");

  it("opens one case, and the record still waits to be told", async () => {
    await given();
    await wanting("ended", "detached");
    expect(await waiting()).toHaveLength(1);
    await giveUp();
    await giveUp();
    expect(world.records.all("operator-case")).toMatchObject([{ kind: "nia-not-told", authenticatorId }]);
    expect(world.records.audit).toMatchObject([{ action: "case-opened", reason: "nia-not-told" }]);
    expect(await waiting()).toHaveLength(1);
  });

  /** As the reconciler does once a day. */
  const tryAgain = async () => {
    await world.records.commit([{ put: tellAgain(stored(), world.now) }]);
  };

  it("opens no other case the next time, unless an operator has closed the first", async () => {
    await given();
    await wanting("ended", "detached");
    await giveUp();
    await tryAgain();
    await giveUp(2);
    const [first] = world.records.all("operator-case");
    expect(world.records.all("operator-case")).toHaveLength(1);
    await world.records.commit([{ put: { ...first!, state: "closed" } }]);
    await tryAgain();
    await giveUp(3);
    expect(
      world.records
        .all("operator-case")
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(["closed", "open"]);
  });

  it("is over once NIA has been told: the case closes by itself", async () => {
    await given();
    await wanting("ended", "detached");
    await giveUp();
    await tryAgain();
    await tell(2);
    expect(world.records.all("operator-case")).toMatchObject([
      { state: "closed", closed: { by: "system", outcome: "settled" } },
    ]);
    expect(stored()).not.toHaveProperty("caseId");
    expect(await waiting()).toEqual([]);
    expect(world.records.audit.map(({ action }) => action)).toEqual([
      "case-opened",
      "key-ended",
      "case-closed",
    ]);
  });

  it("leaves alone what is settled, and what a newer attempt has", async () => {
    await given();
    await wanting("ended", "detached");
    await tell(1);
    await giveUp();
    await expect(giveUp(0)).rejects.toThrow(Superseded);
    expect(world.records.all("operator-case")).toEqual([]);
  });

  it("ends where another state is wanted: NIA is told again", async () => {
    await given();
    await wanting("suspended", "key-cloned");
    await giveUp();
    await wanting("ended", "detached");
    expect(await waiting()).toHaveLength(1);
    await tell(2);
    expect(stored()).toMatchObject({ known: "ended" });
    expect(stored()).not.toHaveProperty("givenUpAt");
  });
});
