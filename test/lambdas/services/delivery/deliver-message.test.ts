import { beforeEach, describe, expect, it } from "vitest";
import { TooManyRequests } from "../../../../lambdas/domain/errors.ts";
import { limits } from "../../../../lambdas/domain/limits.ts";
import { linkSubject, pinSubject } from "../../../../lambdas/domain/pin.ts";
import { makeDeliverMessage } from "../../../../lambdas/services/delivery/deliver-message.ts";
import type { Mail, MessageItem } from "../../../../lambdas/services/ports/platform.ts";
import { makeAdmit } from "../../../../lambdas/services/limits/admit.ts";
import { accountId, anAccount } from "../../../support/builders.ts";
import { memoryCounters } from "../../../support/memory-counters.ts";
import { deriveLinkSecret, derivePin } from "../../../support/memory-platform.ts";
import { aMessage, plainTexts } from "./delivering.ts";
import { aWorld, type World } from "../../../support/world.ts";

const itemId = "item-1";

let world: World;
let counters: ReturnType<typeof memoryCounters>;
let mails: Mail[];
let messages: { to: string; text: string }[];
let beforeSend: () => void;

const deliver = async (id = itemId) =>
  await makeDeliverMessage({
    ...world,
    derivePin,
    admit: makeAdmit({ counters, clock: world.clock, uncounted: () => undefined }, { scale: 1 }),
    deriveLinkSecret,
    texts: plainTexts,
    mail: {
      send: async (mail) => {
        beforeSend();
        mails.push(mail);
      },
    },
    sms: {
      send: async (sms) => {
        beforeSend();
        messages.push(sms);
      },
    },
  })(id);
const item = () => world.records.all("outbox-item")[0]!;
const given = async (change: Partial<MessageItem> = {}) =>
  await world.records.commit([{ put: aMessage(world.now, change) }]);
const failing = () => {
  throw new Error("the mail service is down");
};

beforeEach(async () => {
  world = aWorld();
  counters = memoryCounters();
  mails = [];
  messages = [];
  beforeSend = () => undefined;
  await world.records.commit([{ put: anAccount() }]);
});

describe("a message", () => {
  it("goes as mail to the account's address, once", async () => {
    await given({ facts: { days: "7" } });
    expect(await deliver()).toBe("delivered");
    expect(mails).toEqual([
      {
        to: "jana@example.cz",
        subject: "welcome cs",
        text: JSON.stringify({ days: "7", username: "jana.novakova" }),
        html: "",
      },
    ]);
    expect(item()).toMatchObject({ deliveredAt: world.now, attempts: 1 });
    expect(await deliver()).toBe("skipped");
    expect(mails).toHaveLength(1);
  });

  it("goes as SMS to the account's phone", async () => {
    await given({ channel: "sms", template: "confirmation-pin", confirmationId: "confirmation-1", round: 1 });
    await deliver();
    const pin = await derivePin(pinSubject("confirmation-pin", "confirmation-1", 1));
    expect(messages).toMatchObject([{ to: "+420601000111" }]);
    expect(messages[0]?.text).toContain(pin);
    expect(mails).toEqual([]);
  });

  it("goes to the address that is the account's now", async () => {
    await given();
    const account = world.records.all("account")[0]!;
    await world.records.commit([
      { put: { ...account, email: { value: "new@example.cz", verifiedAt: world.now } } },
    ]);
    await deliver();
    expect(mails).toMatchObject([{ to: "new@example.cz" }]);
  });

  it.each([
    ["account", { accountId: "c".repeat(32) }],
    ["registration", { registrationId: "registration-9" }],
  ])("to an %s that is gone is given up, without failing", async (_, to) => {
    await given(to);
    expect(await deliver()).toBe("given-up");
    expect(item()).toMatchObject({ givenUpAt: world.now });
    expect(mails).toEqual([]);
  });

  it("that is not there, or is another function's, is left alone", async () => {
    expect(await deliver()).toBe("skipped");
    const { id, version, createdAt, attempts } = {
      id: itemId,
      version: 0,
      createdAt: world.now,
      attempts: 0,
    };
    const start = { channel: "workflow", action: "start", verificationId: "v", attempt: 1 } as const;
    await world.records.commit([
      { put: { type: "outbox-item", id, version, createdAt, attempts, accountId, ...start } },
    ]);
    expect(await deliver()).toBe("skipped");
    expect(item().version).toBe(1);
  });
});

describe("where it goes", () => {
  it("is another address where the message says so, and the language the account's", async () => {
    const account = world.records.all("account")[0]!;
    await world.records.commit([{ put: { ...account, language: "en" } }]);
    const put = {
      type: "outbox-item" as const,
      id: itemId,
      version: 0,
      createdAt: world.now,
      attempts: 0,
      channel: "mail" as const,
      template: "email-changed" as const,
      accountId,
      to: "old@example.cz",
    };
    await world.records.commit([{ put }]);
    await deliver();
    expect(mails).toMatchObject([{ to: "old@example.cz", subject: "email-changed en" }]);
  });
});

describe("a shared phone", () => {
  const holder = (id: string) => ({
    put: { type: "phone-holder" as const, phone: "+420601000111", accountId: id, version: 0 },
  });
  const others = ["b".repeat(32), "c".repeat(32)];
  const shared = async () => {
    const put = {
      type: "outbox-item" as const,
      id: itemId,
      version: 0,
      createdAt: world.now,
      attempts: 0,
      channel: "phone-shared" as const,
      accountId,
      phone: "+420601000111",
    };
    await world.records.commit([holder(accountId), { put }]);
  };
  const warnings = () =>
    world.records.all("outbox-item").flatMap((one) => (one.channel === "mail" ? [one] : []));

  it("is told by mail to each other account that has it, and to nobody else", async () => {
    await world.records.commit(others.map(holder));
    await shared();
    expect(await deliver()).toBe("delivered");
    expect(warnings().map(({ template, accountId: id }) => [template, id])).toEqual(
      others.map((id) => ["phone-shared", id]),
    );
    expect(item()).toMatchObject({ deliveredAt: world.now });
    expect(mails).toEqual([]);
  });

  it("is told once, even where the delivery dies or comes twice", async () => {
    await world.records.commit([holder(others[0]!)]);
    await shared();
    let commits = 0;
    world.records.beforeCommit = () => {
      commits += 1;
      if (commits === 2) throw new Error("killed");
    };
    await expect(deliver()).rejects.toThrow("killed");
    expect(warnings()).toEqual([]);
    world.pass(60);
    expect(await deliver()).toBe("delivered");
    expect(await deliver()).toBe("skipped");
    expect(warnings()).toHaveLength(1);
  });

  it("that nobody else has is told to nobody", async () => {
    await shared();
    expect(await deliver()).toBe("delivered");
    expect(warnings()).toEqual([]);
  });
});

describe("a link to a new password", () => {
  it("ends with its id and a secret derived at delivery", async () => {
    await given({ template: "password-reset", subjectId: "reset-1" });
    await deliver();
    const secret = await deriveLinkSecret(linkSubject("password-reset", "reset-1"));
    expect(JSON.parse(mails[0]?.text ?? "{}")).toMatchObject({ link: `reset-1.${secret}` });
    expect(JSON.stringify(item())).not.toContain(secret);
  });
});

describe("a PIN", () => {
  it.each([
    ["email-pin" as const, "mail" as const, 1],
    ["email-pin" as const, "mail" as const, 3],
    ["phone-pin" as const, "sms" as const, 2],
  ])("is derived at delivery and stored nowhere: %s by %s, round %i", async (template, channel, round) => {
    const registrationId = "registration-1";
    const { email, phone, ...account } = anAccount();
    await world.records.commit([
      {
        put: {
          type: "registration",
          id: registrationId,
          version: 0,
          draft: { ...account, email: email.value, phone: phone.value },
          emailTaken: false,
          step: template,
          round,
          wrongPins: 0,
          expiresAt: "2026-11-23T10:00:00.000Z",
        },
      },
    ]);
    await given({ registrationId, channel, template, round });
    await deliver();
    const pin = await derivePin(pinSubject(template, registrationId, round));
    const sent = mails[0] ?? messages[0];
    expect(sent?.text).toContain(pin);
    expect(sent?.to).toBe(channel === "mail" ? email.value : phone.value);
    expect(JSON.stringify(item())).not.toContain(`"${pin}"`);
  });

  it("is in no other message", async () => {
    await given({ confirmationId: "confirmation-1", round: 1 });
    await deliver();
    expect(mails[0]?.text).not.toContain("pin");
  });
});

describe("a contact that has had too many", () => {
  const sms = { channel: "sms", template: "confirmation-pin", confirmationId: "c", round: 1 } as const;
  const outcomes = async (count: number, change: Partial<MessageItem>) => {
    const seen: string[] = [];
    for (let sent = 0; sent < count; sent += 1) {
      const id = `${change.template}-${sent}`;
      await given({ ...change, id });
      seen.push(await deliver(id));
    }
    return seen;
  };
  const { "sms-to-contact": perHour, "mails-to-contact": mailsPerHour } = limits;

  it("gets no more SMS, and the audit says why", async () => {
    const seen = await outcomes(perHour.times + 2, sms);
    expect(seen.filter((outcome) => outcome === "delivered")).toHaveLength(perHour.times);
    expect(seen.slice(perHour.times)).toEqual(["withheld", "withheld"]);
    expect(messages).toHaveLength(perHour.times);
    expect(world.records.audit).toHaveLength(2);
    expect(world.records.audit[0]).toMatchObject({
      action: "message-withheld",
      actor: "system",
      accountId,
      reason: "sms-to-contact",
    });
  });

  it("gets no more of the mails that anyone can cause, and still all that tell what happened", async () => {
    const seen = await outcomes(mailsPerHour.times + 1, { template: "password-blocked" });
    expect(seen.at(-1)).toBe("withheld");
    expect(await outcomes(mailsPerHour.times + 1, { template: "linked", accountId })).not.toContain(
      "withheld",
    );
  });

  it.each([
    ["+420601000111", "sms-daily", "sms-abroad-daily"],
    ["+88213555", "sms-abroad-daily", "sms-daily"],
  ])("of %s counts for %s", async (phone, counted, other) => {
    const [account] = world.records.all("account");
    await world.records.commit([{ put: { ...account!, phone: { value: phone, verifiedAt: world.now } } }]);
    await outcomes(1, sms);
    const rows = [...counters.counted.keys()].map((row) => row.split(" ")[0]);
    expect(rows).toContain(counted);
    expect(rows).not.toContain(other);
  });

  it("is counted once for a message that is tried again", async () => {
    await given(sms);
    beforeSend = failing;
    for (let tried = 0; tried < perHour.times + 1; tried += 1)
      await expect(deliver()).rejects.toThrow("down");
    beforeSend = () => undefined;
    expect(await deliver()).toBe("delivered");
    expect(Math.max(...counters.counted.values())).toBe(1);
  });

  it("waits where it can't be counted", async () => {
    await given(sms);
    counters.state.failure = new Error("throttled");
    await expect(deliver()).rejects.toThrow(TooManyRequests);
    expect(messages).toEqual([]);
    counters.state.failure = undefined;
    expect(await deliver()).toBe("delivered");
  });
});

describe("an address that mail comes back from", () => {
  beforeEach(async () => {
    const [account] = world.records.all("account");
    const undeliverable = { reason: "bounced" as const, since: world.now };
    await world.records.commit([{ put: { ...account!, email: { ...account!.email, undeliverable } } }]);
  });

  it("gets no more, and the audit says so", async () => {
    await given({ template: "linked" });
    expect(await deliver()).toBe("withheld");
    expect(mails).toEqual([]);
    expect(item()).toMatchObject({ givenUpAt: world.now });
    expect(world.records.audit).toMatchObject([{ action: "message-withheld", reason: "undeliverable" }]);
  });

  it("gets the PIN that verifies it again", async () => {
    await given({ template: "email-pin", round: 1 });
    expect(await deliver()).toBe("delivered");
  });

  it("says nothing of the phone", async () => {
    await given({ channel: "sms", template: "confirmation-pin", confirmationId: "c", round: 1 });
    expect(await deliver()).toBe("delivered");
  });
});

describe("delivery", () => {
  beforeEach(async () => {
    await given();
  });

  it("is one's own for a minute", async () => {
    let meanwhile: Promise<string> | undefined;
    beforeSend = () => {
      beforeSend = () => undefined;
      meanwhile = deliver();
    };
    expect(await deliver()).toBe("delivered");
    expect(await meanwhile).toBe("skipped");
    expect(mails).toHaveLength(1);
  });

  it("by two at the same moment sends once", async () => {
    const results = await Promise.allSettled([deliver(), deliver()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(mails).toHaveLength(1);
  });

  it("that dies between sending and marking sends again, and not before its lease ends", async () => {
    let commits = 0;
    world.records.beforeCommit = () => {
      commits += 1;
      if (commits === 2) throw new Error("killed");
    };
    await expect(deliver()).rejects.toThrow("killed");
    expect(await deliver()).toBe("skipped");
    world.pass(60);
    expect(await deliver()).toBe("delivered");
    expect(mails).toHaveLength(2);
  });

  it("that fails says so and is free at once for the next one", async () => {
    beforeSend = failing;
    await expect(deliver()).rejects.toThrow("the mail service is down");
    expect(item()).toMatchObject({ attempts: 1 });
    expect(item()).not.toHaveProperty("leaseUntil");
    beforeSend = () => undefined;
    expect(await deliver()).toBe("delivered");
  });

  it("is given up after 120 failures", async () => {
    beforeSend = failing;
    for (let attempt = 1; attempt < 120; attempt += 1) await expect(deliver()).rejects.toThrow("down");
    expect(item()).not.toHaveProperty("givenUpAt");
    await expect(deliver()).rejects.toThrow("down");
    expect(item()).toMatchObject({ attempts: 120, givenUpAt: world.now });
    expect(await deliver()).toBe("skipped");
  });
});
