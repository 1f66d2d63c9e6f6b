import { describe, expect, it } from "vitest";
import type { OutboxItem } from "../../../../lambdas/domain/records.ts";
import { deliverAll, makeSweep } from "../../../../lambdas/services/delivery/deliver-all.ts";
import { accountId } from "../../../support/builders.ts";
import { aWorld } from "../../../support/world.ts";

describe("delivering a batch", () => {
  it("goes on after a failure and throws at the end, with every failure", async () => {
    const tried: string[] = [];
    const deliver = async (id: string) => {
      tried.push(id);
      if (id !== "two") throw new Error(`${id} failed`);
    };
    const error = await deliverAll(deliver, ["one", "two", "three"]).catch((thrown: unknown) => thrown);
    expect(tried).toEqual(["one", "two", "three"]);
    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({
      message: "2 of 3 failed",
      errors: [{ message: "one failed" }, { message: "three failed" }],
    });
  });

  it.each([[[]], [["one", "two"]]])("is quiet where all went well: %o", async (ids) => {
    await expect(deliverAll(async () => "delivered", ids)).resolves.toBeUndefined();
  });
});

describe("the sweep", () => {
  const base = { type: "outbox-item", version: 0, attempts: 0, accountId } as const;
  const mail = (id: string, createdAt: string, more: Partial<OutboxItem> = {}): OutboxItem =>
    ({ ...base, channel: "mail", template: "welcome", language: "cs", id, createdAt, ...more }) as OutboxItem;
  const start = (id: string, createdAt: string): OutboxItem => ({
    ...base,
    channel: "workflow",
    action: "start",
    verificationId: "v",
    attempt: 1,
    id,
    createdAt,
  });

  it("finds what is old and undelivered, of its channels, oldest first", async () => {
    const world = aWorld();
    const delivered = { deliveredAt: "2026-11-23T08:01:00.000Z" };
    const items = [
      mail("later", "2026-11-23T08:30:00.000Z"),
      mail("older", "2026-11-23T08:00:00.000Z"),
      mail("young", "2026-11-23T08:59:30.000Z"),
      mail("delivered", "2026-11-23T08:00:00.000Z", delivered),
      mail("given-up", "2026-11-23T08:00:00.000Z", { givenUpAt: "2026-11-23T08:30:00.000Z" }),
      start("execution", "2026-11-23T08:00:00.000Z"),
    ];
    await world.records.commit(items.map((put) => ({ put })));
    const sweep = makeSweep(world, 60);
    expect(await sweep(["mail", "sms"])).toEqual(["older", "later"]);
    expect(await sweep(["workflow"])).toEqual(["execution"]);
  });
});
