import type { Notification } from "../../domain/notification.ts";
import type { SetAsideNotification } from "../../domain/registry-feed.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { audited, openCase, type Writing } from "../writing.ts";
import type { Applied } from "./apply-notification.ts";

const DAY = 86_400;
/** For that long it is tried again each time; then an operator looks at it. */
const TRIED_SECONDS = DAY;
/** In one round: the feed itself must not wait for them. */
const AT_ONCE = 100;
/** What it says of a person goes after that. */
const KEPT_SECONDS = 90 * DAY;

export type Apply = (notification: Notification) => Promise<Applied>;
type Why = SetAsideNotification["why"];

/** Applies a notification; undefined where it is dealt with, else why it is not. No error of one stops the others. */
export const tryToApply = async (apply: Apply, notification: Notification): Promise<Why | undefined> => {
  try {
    const outcome = await apply(notification);
    return outcome === "unknown-pseudonym" || outcome === "not-linked-yet" ? outcome : undefined;
  } catch {
    return "failed";
  }
};

/** Keeps a notification that could not be applied, so that the cursor may move on. */
export const setAside = async (writing: Writing, notification: Notification, why: Why): Promise<void> => {
  const { records, clock } = writing;
  if ((await records.get("set-aside-notification", { id: notification.id })) !== undefined) return;
  const at = clock();
  await records.commit([
    {
      put: {
        type: "set-aside-notification",
        id: notification.id,
        version: 0,
        state: "waiting",
        why,
        notification,
        setAsideAt: at,
        expiresAt: secondsAfter(at, KEPT_SECONDS),
      },
    },
    audited(writing, at, {
      action: "notification-set-aside",
      actor: "system",
      reason: `${why}, notification ${notification.id}`,
    }),
  ]);
};

/** One that makes no sense is an operator's at once; the feed itself still has it. */
export const reportUnreadable = async (writing: Writing, id: string, why: string): Promise<void> => {
  const caseId = `notification-${id}`;
  if ((await writing.records.get("operator-case", { id: caseId })) !== undefined) return;
  const at = writing.clock();
  await writing.records.commit([
    {
      put: {
        type: "operator-case",
        id: caseId,
        version: 0,
        state: "open",
        kind: "notification-unreadable",
        notificationId: id,
        openedAt: at,
      },
    },
    audited(writing, at, {
      action: "notification-set-aside",
      actor: "system",
      reason: `unreadable, notification ${id}: ${why}`,
    }),
  ]);
};

/** Tries what was set aside again; what has waited for a day becomes an operator's case. Oldest first. */
export const retrySetAside = async (writing: Writing, apply: Apply): Promise<number> => {
  const { records, clock } = writing;
  let done = 0;
  for (const listed of (await records.waiting("set-aside-notification")).slice(0, AT_ONCE)) {
    const why = await tryToApply(apply, listed.notification);
    const at = clock();
    if (why === undefined) {
      await records.commit([{ put: { ...listed, state: "done" } }]);
      done += 1;
    } else if (at >= secondsAfter(listed.setAsideAt, TRIED_SECONDS)) {
      await records.commit([
        { put: { ...listed, state: "case", why } },
        openCase(writing, at, { kind: "notification-set-aside", notificationId: listed.id }),
      ]);
    }
  }
  return done;
};
