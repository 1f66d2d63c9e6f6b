import { describe, expect, it } from "vitest";
import {
  CeremonyRefused,
  EnrolmentUsedUp,
  InvalidInput,
  OperatorKeyRefused,
  OperatorTaken,
} from "../../../../lambdas/domain/errors.ts";
import {
  makeChangeRole,
  makeDisableOperator,
  makeInviteAgain,
} from "../../../../lambdas/services/operators/manage-operators.ts";
import { hashOf } from "../../../../lambdas/services/sessions/token.ts";
import { type AskedKeys, newKeyOf } from "../../../support/memory-ceremonies.ts";
import { commonPassword } from "../../../support/memory-platform.ts";
import { aDesk, password } from "./enrolling.ts";

describe("an enrolment link", () => {
  it("makes an active operator with password and key", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    await desk.enrol(secret, "key-1");
    expect(await desk.operator("olga")).toMatchObject({
      state: "active",
      passwordHash: `hash of ${password}`,
      key: { id: "key-1" },
    });
    expect(desk.records.audit.map(({ action, operator }) => [action, operator])).toEqual([
      ["operator-added", "ops"],
      ["operator-enrolled", "olga"],
    ]);
  });

  it("is stored as a hash alone, and the password nowhere", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    await desk.open({ secret });
    const stored = JSON.stringify([desk.records.all("operator"), desk.records.all("operator-enrolment")]);
    expect(stored).not.toContain(secret);
    expect(stored).toContain(hashOf(secret));
    expect(JSON.stringify(desk.records.audit)).not.toContain(secret);
  });

  it("works once", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    await desk.enrol(secret, "key-1");
    await expect(desk.enrol(secret, "key-2")).rejects.toThrow(EnrolmentUsedUp);
    expect((await desk.operator("olga"))?.key?.id).toBe("key-1");
  });

  it("is one person's, of two who use it at the same moment", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    const { options } = await desk.open({ secret });
    const { challenge } = options as AskedKeys;
    const both = await Promise.allSettled(
      ["key-1", "key-2"].map(
        async (id) => await desk.finish({ secret, password, response: newKeyOf(id, challenge) }),
      ),
    );
    const lost = both.filter(({ status }) => status === "rejected");
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toBeInstanceOf(EnrolmentUsedUp);
  });

  it("is over after 24 hours", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    desk.world.pass(86_399);
    await desk.open({ secret });
    desk.world.pass(1);
    await expect(desk.open({ secret })).rejects.toThrow(EnrolmentUsedUp);
  });

  it("is void once there is another one, and that takes password and key", async () => {
    const desk = aDesk();
    const first = await desk.add("olga");
    await desk.enrol(first.secret, "key-1");
    const second = await makeInviteAgain(desk)({ id: "olga", by: "ops" });
    const third = await makeInviteAgain(desk)({ id: "olga", by: "ops" });
    await expect(desk.open({ secret: second.secret })).rejects.toThrow(EnrolmentUsedUp);
    await expect(desk.enter("olga")).rejects.toThrow("no such operator");
    await desk.enrol(third.secret, "key-2");
    await desk.enter("olga");
  });

  it.each<
    [
      string,
      (desk: ReturnType<typeof aDesk>) => void,
      string,
      typeof InvalidInput | typeof OperatorKeyRefused,
    ]
  >([
    ["a common password", () => undefined, commonPassword, InvalidInput],
    ["the own login as password", () => undefined, "olga.operatorova", InvalidInput],
    ["a key that is not certified", ({ graded }) => (graded.linkable = false), password, OperatorKeyRefused],
  ])("stays good after %s", async (_what, arrange, chosen, refusal) => {
    const desk = aDesk();
    const { secret } = await desk.add("olga.operatorova");
    arrange(desk);
    await expect(desk.enrol(secret, "key-1", chosen)).rejects.toThrow(refusal);
    desk.graded.linkable = true;
    await desk.enrol(secret, "key-1");
  });

  it("asks the key itself: an answer to another challenge is none", async () => {
    const desk = aDesk();
    const { secret } = await desk.add("olga");
    const response = newKeyOf("key-1", "another challenge");
    await expect(desk.finish({ secret, password, response })).rejects.toThrow(CeremonyRefused);
    await desk.open({ secret });
    await expect(desk.finish({ secret, password, response })).rejects.toThrow(CeremonyRefused);
  });
});

describe("operators", () => {
  it("may enrol at the same moment, each by a link of their own", async () => {
    const desk = aDesk();
    const eva = await desk.add("eva", "supervisor");
    const jan = await desk.add("jan", "supervisor");
    await Promise.all([desk.enrol(eva.secret, "key-1"), desk.enrol(jan.secret, "key-2")]);
    expect(desk.records.all("operator-roster")[0]?.openedAt).toBe(desk.world.now);
  });

  it("never share a login, not even with one who is gone", async () => {
    const desk = aDesk();
    await desk.add("olga");
    await makeDisableOperator(desk)({ id: "olga", by: "ops" });
    await expect(desk.add("olga")).rejects.toThrow(OperatorTaken);
  });

  it("are all in the roster, as they are, even those added at the same moment", async () => {
    const desk = aDesk();
    await Promise.all(["olga", "petr", "eva"].map(async (id) => await desk.add(id)));
    await makeChangeRole(desk)({ id: "eva", role: "supervisor", by: "ops" });
    await makeDisableOperator(desk)({ id: "petr", by: "ops" });
    const [roster] = desk.records.all("operator-roster");
    expect(roster?.operators.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: "eva", role: "supervisor", state: "invited" },
      { id: "olga", role: "operator", state: "invited" },
      { id: "petr", role: "operator", state: "disabled" },
    ]);
  });
});
