import type { IsoInstant } from "../../domain/person.ts";

const dateTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/u;

/**
 * An xs:dateTime with an offset or Z as an instant; fractions finer than a millisecond are cut.
 * Undefined without an offset: whose local time it would be is not for us to guess (isds.md, 3).
 */
export const toInstant = (text: string | undefined): IsoInstant | undefined => {
  const [, seconds, fraction = "", zone] = dateTime.exec(text ?? "") ?? [];
  if (seconds === undefined || zone === undefined) return undefined;
  // A day that the month does not have would roll over into the next one.
  const local = new Date(`${seconds}Z`);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 19) !== seconds) return undefined;
  const instant = new Date(`${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

/** Base64 with line ends anywhere (isds.md, 2). Undefined where it is anything else. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const packed = text.replace(/\s+/gu, "");
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(packed)) return undefined;
  return Buffer.from(packed, "base64");
};
