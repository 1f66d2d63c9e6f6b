import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { letter } from "../../../local/data-box/letters.ts";
import { type ListQuery, type MailboxState, makeMailbox } from "../../../local/data-box/mailbox.ts";
import { type StateFile, stateFile } from "../../../local/state-file.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-20T08:00:00Z");
const everything: ListQuery = { from: null, to: null, statusFilter: -1, offset: 1, limit: null };
const nowhere: StateFile<MailboxState> = { read: () => undefined, write: () => undefined };

function boxWithClock(file = nowhere) {
  const time = { now: START };
  return { time, box: makeMailbox(file, () => time.now) };
}

describe("a message", () => {
  const steps: [what: string, days: number, codes: Record<string, string>, state: number][] = [
    ["before any list", 0, { open: "1222", mark: "1222" }, 4],
    ["by fiction after ten days, still not listed", 10, { open: "1222", mark: "1222" }, 5],
  ];
  it.each(steps)("%s can't be opened", (_what, days, codes, state) => {
    const { box, time } = boxWithClock();
    const id = box.put(letter({}));
    time.now += days * DAY;
    expect({ open: box.open(id), mark: box.mark(id) }).toEqual(codes);
    expect(box.all()[0]?.state).toBe(state);
  });

  it("is delivered by the list, whatever the list asks for", () => {
    const { box, time } = boxWithClock();
    const id = box.put(letter({}));
    time.now += 60_000;
    expect(box.list({ ...everything, statusFilter: 1 << 8 })).toEqual([]);
    expect(box.open(id)).toMatchObject({ state: 6, deliveredAt: START, acceptedAt: START + 60_000 });
  });

  it("keeps the time of fiction when it is listed later", () => {
    const { box, time } = boxWithClock();
    const id = box.put(letter({}));
    time.now += 11 * DAY;
    box.list(everything);
    expect(box.open(id)).toMatchObject({ state: 6, acceptedAt: START + 10 * DAY });
  });

  it("of the system itself knows no fiction", () => {
    const { box, time } = boxWithClock();
    box.put(letter({ senderType: 0 }));
    time.now += 11 * DAY;
    expect(box.all()[0]?.state).toBe(4);
  });

  it("is marked as often as one likes, and listed again without going back", () => {
    const { box } = boxWithClock();
    const id = box.put(letter({}));
    box.list(everything);
    expect([box.mark(id), box.mark(id)]).toEqual(["0000", "0000"]);
    expect(box.list(everything)[0]?.message.state).toBe(7);
  });

  it("is deleted ninety days after its delivery", () => {
    const { box, time } = boxWithClock();
    const id = box.put(letter({}));
    box.list(everything);
    time.now += 90 * DAY;
    expect([box.open(id), box.mark(id), box.all()[0]?.state]).toEqual(["1219", "1219", 9]);
  });

  it("that is none is refused", () => {
    expect(boxWithClock().box.open("900000101")).toBe("1219");
  });
});

describe("the list", () => {
  /** Five messages, a minute apart; the second one read, the last one still to come. */
  function filled() {
    const { box, time } = boxWithClock();
    const ids = [3, 1, 2, 0].map((minute) => box.put(letter({}), START - minute * 60_000));
    box.put(letter({}), START + 60_000);
    box.list(everything);
    box.mark(ids[2] ?? "");
    return { box, time, ids: [ids[0], ids[2], ids[1], ids[3]] };
  }

  const cases: [what: string, query: Partial<ListQuery>, places: number[]][] = [
    ["everything, by delivery time", {}, [0, 1, 2, 3]],
    ["all bits", { statusFilter: 2046 }, [0, 1, 2, 3]],
    ["new and not yet marked", { statusFilter: 112 }, [0, 2, 3]],
    ["read", { statusFilter: 128 }, [1]],
    ["delivered to the box: none, for the list has just delivered them", { statusFilter: 16 }, []],
    ["from a time, inclusive", { from: START - 60_000 }, [2, 3]],
    ["to a time, inclusive", { to: START - 120_000 }, [0, 1]],
    ["between", { from: START - 120_000, to: START - 60_000 }, [1, 2]],
    ["the first page", { limit: 3 }, [0, 1, 2]],
    ["the second page", { offset: 4, limit: 3 }, [3]],
    ["past the end", { offset: 5, limit: 3 }, []],
    ["from the third on", { offset: 3 }, [2, 3]],
  ];
  it.each(cases)("%s", (_what, query, places) => {
    const { box, ids } = filled();
    const found = box.list({ ...everything, ...query });
    expect(found.map(({ message }) => message.id)).toEqual(places.map((place) => ids[place]));
  });

  it("numbers the messages through all pages", () => {
    expect(
      filled()
        .box.list({ ...everything, offset: 3, limit: 2 })
        .map(({ ordinal }) => ordinal),
    ).toEqual([3, 4]);
  });

  it("shows what comes later when it has come", () => {
    const { box, time } = filled();
    time.now += 60_000;
    expect(box.list(everything)).toHaveLength(5);
  });
});

describe("the box", () => {
  it("outlives the process, ids and states included", () => {
    const folder = mkdtempSync(join(tmpdir(), "data-box-"));
    const path = join(folder, "deep", "box.json");
    const first = boxWithClock(stateFile<MailboxState>(path)).box;
    const id = first.put(letter({}));
    first.list(everything);
    const second = boxWithClock(stateFile<MailboxState>(path)).box;
    expect(second.open(id)).toMatchObject({ id, state: 6 });
    expect(second.put(letter({}))).not.toBe(id);
    expect(readdirSync(join(folder, "deep"))).toEqual(["box.json"]);
    rmSync(folder, { recursive: true });
  });
});
