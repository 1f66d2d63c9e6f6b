import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Resident } from "../residents.ts";

export type AuthenticatorState = "Neaktivni" | "Aktivni" | "Ukonceny";

export interface AuthenticatorEvent {
  readonly at: string;
  readonly transaction: "TR_EVIDENCE_VIP_ZAPIS" | "TR_EVIDENCE_VIP_ZMENA";
  readonly state: AuthenticatorState;
  readonly loa: string;
  readonly message?: string;
}

export interface Authenticator {
  readonly provider: string;
  readonly bsi: string;
  /** IdentifikaceProstredku. */
  readonly id: string;
  loa: string;
  state: AuthenticatorState;
  readonly verifiedByDocument: boolean;
  readonly document?: { readonly type: string; readonly number: string };
  readonly history: AuthenticatorEvent[];
}

/** What may change of a person and is told in the feed. */
export type ReferenceChange = Partial<
  Pick<Resident, "firstName" | "lastName" | "birthDate" | "addressPlaceCode">
>;

export interface Notification {
  readonly id: number;
  /** The provider that it is for; everybody sees it when left out. */
  readonly provider?: string;
  readonly bsi: string;
  /** Prague time without a zone. */
  readonly at: string;
  readonly source: "ROBREF" | "EVPROST";
  readonly text: string;
  readonly referenceData?: ReferenceChange;
  readonly pseudonymInvalidated: boolean;
}

export interface Pseudonym {
  readonly provider: string;
  readonly residentId: string;
  valid: boolean;
}

/** All that NIA remembers. */
export interface WorldState {
  readonly version: 1;
  authenticators: Authenticator[];
  pseudonyms: Record<string, Pseudonym>;
  /** Who came to the register later. */
  newcomers: Resident[];
  /** By resident's id. */
  changes: Record<string, ReferenceChange>;
  notifications: Notification[];
}

export const emptyState = (): WorldState => ({
  version: 1,
  authenticators: [],
  pseudonyms: {},
  newcomers: [],
  changes: {},
  notifications: [],
});

/** Reads the state that an earlier run left; a missing file is an empty world, a broken one an error. */
export function loadState(file: string | undefined): WorldState {
  if (file === undefined || !existsSync(file)) return emptyState();
  const state = parsed(readFileSync(file, "utf8"));
  if (state?.version !== 1)
    throw new Error(`The NIA simulator can't read the state that an earlier run left in ${file}`);
  // An earlier version knew no newcomers.
  return { ...emptyState(), ...state };
}

function parsed(text: string): WorldState | undefined {
  try {
    return JSON.parse(text) as WorldState;
  } catch {
    return undefined;
  }
}

/** Writes the whole state beside the file and puts it in its place, so that a reader sees the old or the new one. */
export function saveState(file: string | undefined, state: WorldState): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(state, null, 1));
  renameSync(draft, file);
}
