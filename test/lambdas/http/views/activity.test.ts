import { describe, expect, it } from "vitest";
import type { AuditEvent } from "../../../../lambdas/domain/audit.ts";
import { InvalidInput } from "../../../../lambdas/domain/errors.ts";
import { activity } from "../../../../lambdas/contract/schemas/activity.ts";
import { activityView, cursorOf, placeOf } from "../../../../lambdas/http/views/activity.ts";
import { aKey } from "../../../support/builders.ts";

const event: AuditEvent = {
  id: "event-1",
  at: "2026-11-23T09:00:00.000Z",
  action: "key-renamed",
  actor: "user",
  accountId: "a",
  keyId: "key-1",
  requestId: "request",
  correlationId: "correlation",
};

describe("the activity of an account", () => {
  it("names keys that are there, tells reasons, and no ids of ours", () => {
    const view = activityView(
      { events: [event, { ...event, id: "event-2", keyId: "gone", reason: "code" }], before: "x" },
      [aKey("key-1", { name: "Blue" })],
    );
    expect(activity.parse(view)).toEqual({
      events: [
        { id: "event-1", at: event.at, kind: "keys", action: "key-renamed", actor: "user", keyName: "Blue" },
        { id: "event-2", at: event.at, kind: "keys", action: "key-renamed", actor: "user", reason: "code" },
      ],
      before: cursorOf("x"),
    });
  });

  it("hides what is internal", () => {
    expect(activityView({ events: [{ ...event, action: "case-opened" }] }, []).events).toEqual([]);
  });
});

describe("a cursor", () => {
  it("comes back as it went", () => {
    const place = `${event.at}#${event.id}`;
    expect(placeOf(cursorOf(place))).toBe(place);
    expect(placeOf(undefined)).toBeUndefined();
    expect(cursorOf(undefined)).toBeUndefined();
  });

  it.each(["", "x", Buffer.from("9999").toString("base64url")])(
    "%j of somebody's making is refused",
    (cursor) => {
      expect(() => placeOf(cursor)).toThrow(InvalidInput);
    },
  );
});
