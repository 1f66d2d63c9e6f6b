import { deviceOf } from "../../domain/device.ts";
import type { Session } from "../../domain/records.ts";

/** The sessions as their owner sees them; `present` is the one that asks. */
export const sessionsView = (sessions: readonly Session[], present: Session) => ({
  sessions: sessions.map(({ id, method, userAgent, createdAt, lastUsedAt }) => ({
    id,
    present: id === present.id,
    method,
    device: deviceOf(userAgent),
    createdAt,
    lastUsedAt,
  })),
});
