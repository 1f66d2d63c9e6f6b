import { describe, expect, it } from "vitest";
import { readFeedback } from "../../../../lambdas/adapters/mail/feedback.ts";
import { aBounce, aComplaint } from "../../../support/ses-events.ts";

const read = (event: object) => readFeedback(JSON.stringify(event));

describe("what SES tells", () => {
  it("of a mail that came back for good", () => {
    expect(read(aBounce({ to: "jana@example.cz" }))).toEqual({
      kind: "bounced",
      sentAt: "2026-11-23T09:00:00.000Z",
      at: "2026-11-23T09:00:05.000Z",
      recipients: ["jana@example.cz"],
    });
  });

  it.each(["Transient", "Undetermined"] as const)("of one that may yet arrive: %s", (bounceType) => {
    expect(read(aBounce({ to: "jana@example.cz", bounceType }))).toMatchObject({ kind: "transient" });
  });

  it("of a complaint, and of one taken back", () => {
    const to = "Jana Nováková <jana@example.cz>";
    expect(read(aComplaint({ to }))).toMatchObject({ kind: "complained", recipients: ["jana@example.cz"] });
    expect(read(aComplaint({ to, complaintFeedbackType: null }))).toMatchObject({ kind: "complained" });
    expect(read(aComplaint({ to, complaintFeedbackType: "not-spam" }))).toMatchObject({ kind: "transient" });
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["another event", JSON.stringify({ ...aBounce({ to: "a@example.cz" }), eventType: "Delivery" })],
    ["a bounce without recipients", JSON.stringify({ eventType: "Bounce", bounce: {}, mail: {} })],
  ])("is no feedback where it is %s, and stays out of the error", (_, message) => {
    expect(() => readFeedback(message)).toThrow(/^not a bounce or a complaint of SES$/);
  });
});
