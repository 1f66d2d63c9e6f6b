import type { Resident } from "../nia/residents.ts";
import type { Level } from "./saml/names.ts";

/** A means of electronic identification that the portal itself offers. */
export interface Means {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly level: Level;
  /** Whether that person can hold one. */
  readonly heldBy: (resident: Resident) => boolean;
}

const anybody = (): boolean => true;

export const ownMeans: readonly Means[] = [
  {
    id: "eop",
    name: "eObčanka",
    english: "identity card with a chip",
    level: "high",
    heldBy: ({ documents }) => documents.length > 0,
  },
  {
    id: "mep",
    name: "Mobilní klíč eGovernmentu",
    english: "app on a phone",
    level: "substantial",
    heldBy: anybody,
  },
  { id: "niaid", name: "NIA ID", english: "name, password and SMS", level: "substantial", heldBy: anybody },
  { id: "eidas", name: "Zahraniční identita", english: "low assurance", level: "low", heldBy: anybody },
];
