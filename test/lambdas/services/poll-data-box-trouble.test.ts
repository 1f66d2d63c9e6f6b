import { describe, expect, it } from "vitest";
import { DataBoxRefused, DataBoxUnavailable, MessageNotReady } from "../../../lambdas/domain/errors.ts";
import { answer, at, officeWith } from "./data-box/office.ts";

describe("the lease", () => {
  it("keeps a second poller out", async () => {
    const office = await officeWith(answer("1"));
    const [one, two] = await Promise.all([office.poll(), office.poll()]);
    expect([one.outcome, two.outcome].toSorted()).toEqual(["busy", "done"]);
    expect(office.log.filter((entry) => entry === "list")).toHaveLength(1);
  });
  it("of a poller that died runs out", async () => {
    const office = await officeWith(answer("1"));
    await office.records.commit([{ put: { type: "box-cursor", version: 0, leaseUntil: at("09:05") } }]);
    expect(await office.poll()).toMatchObject({ outcome: "busy" });
    office.pass(300);
    expect(await office.poll()).toMatchObject({ outcome: "done", counts: { matched: 1 } });
  });
  it("is given back at the end, also when the credentials are refused", async () => {
    const office = await officeWith(answer("1"));
    office.failures.set("list", new DataBoxRefused("http 401"));
    await expect(office.poll()).rejects.toThrow(DataBoxRefused);
    office.failures.clear();
    expect(await office.poll()).toMatchObject({ outcome: "done", counts: { matched: 1 } });
  });
  it("that ran out is not given back over the head of the next poller", async () => {
    const office = await officeWith(answer("1"));
    let taken = false;
    office.records.beforeCommit = async (writes) => {
      const finishing = writes.some(
        (write) => "put" in write && write.put.type === "box-message" && write.put.state === "matched",
      );
      if (!finishing || taken) return;
      taken = true;
      office.pass(301);
      const cursor = await office.cursor();
      if (cursor) await office.records.commit([{ put: { ...cursor, leaseUntil: at("10:00") } }]);
    };
    await office.poll();
    expect(await office.cursor()).toMatchObject({ leaseUntil: at("10:00") });
  });
});

describe("the cursor", () => {
  it("looks back 90 days at first, then two hours before what was seen", async () => {
    const office = await officeWith(answer("1", { deliveredAt: at("08:30") }));
    await office.poll();
    await office.poll();
    expect(office.log.filter((entry) => entry.startsWith("since"))).toEqual([
      "since 2026-08-25T09:00:00.000Z",
      `since ${at("06:30")}`,
    ]);
  });
  it("does not pass a message that is not finished, and the rest is done all the same", async () => {
    const office = await officeWith(
      answer("1", { deliveredAt: at("08:10") }),
      answer("2", { deliveredAt: at("08:20") }),
      { id: "3", deliveredAt: at("08:30") },
    );
    office.failures.set("download 2", new MessageNotReady("status 0005"));
    expect(await office.poll()).toMatchObject({
      outcome: "done",
      counts: { matched: 1, quarantined: 1 },
      unfinished: [{ messageId: "2", why: "MessageNotReady" }],
    });
    expect(await office.cursor()).toMatchObject({ seenUntil: at("08:10") });
    office.failures.clear();
    await office.poll();
    expect(await office.message("2")).toMatchObject({ state: "matched" });
    expect(await office.cursor()).toMatchObject({ seenUntil: at("08:30") });
  });
  it("does not go past the present for a message that claims a later time", async () => {
    const office = await officeWith(answer("1", { deliveredAt: "2027-11-23T08:00:00.000Z" }));
    await office.poll();
    expect(await office.cursor()).toMatchObject({ seenUntil: at("09:00") });
  });
  it("lets go of a message that could not be had for a week, with a case", async () => {
    const office = await officeWith(answer("1"));
    office.failures.set("download 1", new MessageNotReady("status 9502"));
    await office.poll();
    expect(await office.message("1")).toBeUndefined();
    office.pass(7 * 24 * 3600);
    await office.poll();
    expect(await office.message("1")).toMatchObject({ state: "quarantined", detail: "status 9502" });
  });
});

describe("trouble of the data box", () => {
  it("ends the round without losing anything", async () => {
    const office = await officeWith(answer("1", { deliveredAt: at("08:10") }), {
      id: "2",
      deliveredAt: at("08:20"),
    });
    office.failures.set("download 1", new DataBoxUnavailable("http 503"));
    await expect(office.poll()).rejects.toThrow(new DataBoxUnavailable("http 503"));
    expect(office.log).not.toContain("download 2");
    expect((await office.cursor())?.seenUntil).toBeUndefined();
    office.failures.clear();
    expect(await office.poll()).toMatchObject({ counts: { matched: 1, quarantined: 1 } });
  });
  it("does not matter any more once only the mark is missing", async () => {
    const office = await officeWith(answer("1"));
    office.failures.set("mark 1", new DataBoxUnavailable("http 503"));
    expect(await office.poll()).toMatchObject({ outcome: "done", counts: { matched: 1 } });
  });
  it("does not keep what is archived already from being read", async () => {
    const office = await officeWith(answer("1"));
    office.failures.set("fetch 1", new Error("the archive is away"));
    expect(await office.poll()).toMatchObject({ unfinished: [{ messageId: "1", why: "Error" }] });
    office.failures.clear();
    office.failures.set("list", new DataBoxUnavailable("http 503"));
    await expect(office.poll()).rejects.toThrow(DataBoxUnavailable);
    expect(await office.message("1")).toMatchObject({ state: "matched" });
  });
});

describe("a poller that dies", () => {
  const steps = ["list", "download 1", "store 1", "fetch 1", "record 1", "mark 1"];
  it.each(steps)("at %s leaves a message that the next one finishes once", async (step) => {
    const office = await officeWith(answer("1"));
    office.failures.set(step, new Error("killed"));
    await office.poll().catch(() => undefined);
    office.failures.clear();
    await office.poll();
    expect(await office.message("1")).toMatchObject({ state: "matched", verificationId: "visit" });
    expect(office.recorded).toEqual(["visit by 1"]);
    expect(office.archived.size).toBe(1);
    expect(office.records.audit.filter(({ action }) => action === "message-archived")).toHaveLength(1);
  });

  it("at any of its writes leaves a message that the next one finishes once", async () => {
    for (let fatal = 1; fatal <= 4; fatal += 1) {
      const office = await officeWith(answer("1"));
      let commits = 0;
      office.records.beforeCommit = () => {
        commits += 1;
        if (commits >= fatal) throw new Error("killed");
      };
      await office.poll().catch(() => undefined);
      office.records.beforeCommit = () => undefined;
      office.pass(301);
      await office.poll();
      expect(await office.message("1")).toMatchObject({ state: "matched", verificationId: "visit" });
      expect(office.recorded).toEqual(["visit by 1"]);
    }
  });
});
