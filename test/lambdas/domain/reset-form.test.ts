import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../lambdas/domain/errors.ts";
import { requireTimely, scanTypeOf } from "../../../lambdas/domain/reset-form.ts";

describe("the day on a form", () => {
  const now = "2026-11-23T09:00:00.000Z";
  it.each([
    ["today", "2026-11-23", now],
    ["yesterday", "2026-11-22", now],
    ["90 days ago", "2026-08-25", "2026-11-23T00:00:00.000Z"],
    ["today in Prague, where it is after midnight", "2026-11-24", "2026-11-23T23:30:00.000Z"],
  ])("may be %s", (_, dated, at) => {
    expect(() => requireTimely(dated, at)).not.toThrow();
  });

  it.each([
    ["tomorrow", "2026-11-24", now],
    ["91 days ago", "2026-08-24", "2026-11-23T00:00:00.000Z"],
    ["next year", "2027-01-01", now],
  ])("may not be %s", (_, dated, at) => {
    expect(() => requireTimely(dated, at)).toThrow(InvalidInput);
  });
});

describe("a scan is what its bytes say", () => {
  it.each([
    ["%PDF-1.7\n", "application/pdf"],
    ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
    ["\u0089PNG\r\n\u001a\n", "image/png"],
    ["<!doctype html>", undefined],
    ["<svg>", undefined],
    ["PK\u0003\u0004", undefined],
    [" %PDF-1.7", undefined],
    ["", undefined],
  ])("%j", (text, type) => {
    expect(scanTypeOf(Buffer.from(text, "latin1"))).toBe(type);
  });
});
