import type * as z from "zod";
import type { activity } from "../../contract/schemas/activity.ts";
import { type AuditEvent, kindOf } from "../../domain/audit.ts";
import { InvalidInput } from "../../domain/errors.ts";
import type { SecurityKey } from "../../domain/security-key.ts";

/** Opaque to callers: where the next page begins. */
export const cursorOf = (before: string | undefined): string | undefined =>
  before === undefined ? undefined : Buffer.from(before).toString("base64url");

/** Throws `InvalidInput` for what no page has answered. */
export const placeOf = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, "base64url").toString();
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]+$/u.test(place)) return place;
  throw new InvalidInput([{ pointer: "?query/before", code: "malformed" }]);
};

/** What happened in the account, as its owner sees it. */
export const activityView = (
  page: { events: readonly AuditEvent[]; before?: string },
  keys: readonly SecurityKey[],
): z.input<typeof activity> => ({
  events: page.events.flatMap((event) => {
    const kind = kindOf(event);
    if (kind === undefined) return [];
    const { id, at, action, actor, reason, service, keyId } = event;
    return [
      { id, at, kind, action, actor, reason, service, keyName: keys.find((key) => key.id === keyId)?.name },
    ];
  }),
  before: cursorOf(page.before),
});
