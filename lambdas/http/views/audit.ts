import type * as z from "zod";
import type * as casework from "../../contract/schemas/casework.ts";
import type { AuditEvent } from "../../domain/audit.ts";
import { InvalidInput } from "../../domain/errors.ts";
import { cursorOf } from "./activity.ts";

/** Throws `InvalidInput` for what no page has answered: the place of an event, or a day. */
export const auditPlaceOf = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, "base64url").toString();
  if (/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z(?:#[\w-]+)?)?$/u.test(place)) return place;
  throw new InvalidInput([{ pointer: "/before", code: "malformed" }]);
};

/** A page of the audit log as the helpdesk sees it. */
export const auditPageView = (page: {
  events: readonly AuditEvent[];
  before?: string;
}): z.input<typeof casework.auditPage> => ({
  events: page.events.map((event) => ({
    id: event.id,
    at: event.at,
    action: event.action,
    actor: event.actor,
    operator: event.operator,
    accountId: event.accountId,
    verificationId: event.verificationId,
    keyId: event.keyId,
    reason: event.reason,
    requestId: event.requestId,
    correlationId: event.correlationId,
  })),
  before: cursorOf(page.before),
});
