const offsetFormat = new Intl.DateTimeFormat("en", { timeZone: "Europe/Prague", timeZoneName: "longOffset" });

/** Offset of Prague at an instant, `+01:00` or `+02:00`. */
const offsetAt = (instant: number): string =>
  offsetFormat
    .formatToParts(instant)
    .find((part) => part.type === "timeZoneName")
    ?.value.slice(3) ?? "+01:00";

const offsetMillis = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

/** An instant as ISDS writes it: Prague time with milliseconds and offset (isds.md, 3). */
export function pragueTime(instant: number): string {
  const offset = offsetAt(instant);
  return new Date(instant + offsetMillis(offset)).toISOString().replace("Z", offset);
}

const dateTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads an xs:dateTime. Without a zone it is Prague time: a client that means UTC is then hours off, as at ISDS. */
export function instantOf(text: string): number | undefined {
  const [, seconds, fraction = "", zone] = dateTime.exec(text.trim()) ?? [];
  if (seconds === undefined) return undefined;
  const asUtc = Date.parse(`${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  if (zone === "Z") return asUtc;
  return asUtc - offsetMillis(zone ?? offsetAt(asUtc));
}
