import { describe, expect, it } from "vitest";
import { fromBase64, toInstant } from "../../../../lambdas/adapters/data-box/text.ts";

describe("toInstant", () => {
  it.each([
    ["2018-10-03T07:48:36.718+02:00", "2018-10-03T05:48:36.718Z"],
    ["2026-11-20T09:15:02.123+01:00", "2026-11-20T08:15:02.123Z"],
    ["2026-11-20T09:15:02Z", "2026-11-20T09:15:02.000Z"],
    ["2026-11-20T09:15:02.1Z", "2026-11-20T09:15:02.100Z"],
    ["2026-11-20T09:15:02.123456789Z", "2026-11-20T09:15:02.123Z"],
    ["2026-10-25T02:30:00.000+02:00", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T02:30:00.000+01:00", "2026-10-25T01:30:00.000Z"],
    ["2024-02-29T23:59:59-05:00", "2024-03-01T04:59:59.000Z"],
  ])("reads %s", (text, instant) => expect(toInstant(text)).toBe(instant));

  it.each([
    undefined,
    "",
    "2026-11-20",
    "2026-11-20T09:15:02.123",
    "2026-02-30T09:15:02Z",
    "2026-13-01T09:15:02Z",
    "2026-11-20T25:15:02Z",
    "2026-11-20T09:15:02.1234567890Z",
    "2026-11-20T09:15:02+99:00",
    "yesterday",
  ])("knows no instant in %s", (text) => expect(toInstant(text)).toBeUndefined());
});

describe("fromBase64", () => {
  it("takes line ends anywhere", () => {
    expect(fromBase64("TU\r\nlB \t\n\n")).toEqual(Buffer.from("MIA"));
  });
  it.each(["TUl", "TU=B", "TUlB!", "TUlB=", "TU-_", "===="])("refuses %s", (text) =>
    expect(fromBase64(text)).toBeUndefined(),
  );
});
