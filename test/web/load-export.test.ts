import { expect, it } from "vitest";
import type { Output } from "../../web/src/api/client.ts";
import { loadExport } from "../../web/src/pages/settings/load-export.ts";

const event = (id: string) => ({ id, at: "2026-11-23T09:00:00.000Z", action: "logged-in", actor: "user" });

it("puts the parts of what happened together, however many there are", async () => {
  const asked: (string | undefined)[] = [];
  const parts: Record<string, Output<"exportActivity">> = {
    two: { events: [event("2")], before: "three" },
    three: { events: [event("3")] },
  };
  const first = { exportedAt: "2026-11-23T09:00:00.000Z", activity: { events: [event("1")], before: "two" } };
  const data = await loadExport({
    exportAccount: async () => first as Output<"exportAccount">,
    exportActivity: async ({ query: { before } }) => {
      asked.push(before);
      return parts[before ?? ""] ?? { events: [] };
    },
  });
  expect(asked).toEqual(["two", "three"]);
  expect(data).toEqual({
    exportedAt: first.exportedAt,
    activity: { events: [event("1"), event("2"), event("3")] },
  });
});
