import type { Resident } from "../nia/residents.ts";
import type { Level } from "./saml/names.ts";

/** A means of electronic identification that the portal itself offers. */
export interface Means {
  readonly id: string;
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly level: Level;
  /** Whether that person can hold one. */
  readonly heldBy: (resident: Resident) => boolean;
}

const anybody = (): boolean => true;

export const ownMeans: readonly Means[] = [
  {
    id: "eop",
    name: "eObčanka",
    about: "občanský průkaz s čipem",
    level: "high",
    heldBy: ({ documents }) => documents.length > 0,
  },
  {
    id: "mep",
    name: "Mobilní klíč eGovernmentu",
    about: "aplikace v telefonu",
    level: "substantial",
    heldBy: anybody,
  },
  { id: "niaid", name: "NIA ID", about: "jméno, heslo a SMS", level: "substantial", heldBy: anybody },
  {
    id: "eidas",
    name: "Zahraniční identita",
    about: "prostředek jiného státu",
    level: "low",
    heldBy: anybody,
  },
];
