import type { IsoInstant } from "./person.ts";

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Prague",
  dateStyle: "short",
  timeStyle: "medium",
});

const HOUR = 3_600_000;

/**
 * The instant of a local time in Prague without a zone, as NIA writes it (nia-soap.md, 8.4). Of the hour that comes
 * twice in October the first one; an hour that March leaves out is read as the one after it.
 */
export const instantInPrague = (local: string): IsoInstant => {
  const asUtc = Date.parse(`${local}Z`);
  // Prague is one or two hours ahead; summer time is tried first, so the earlier of two readings wins.
  const found = [2, 1]
    .map((hours) => asUtc - hours * HOUR)
    .find((instant) => wallClock.format(instant).replace(" ", "T") === local.slice(0, 19));
  return new Date(found ?? asUtc - HOUR).toISOString();
};
