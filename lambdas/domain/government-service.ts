import type { Language } from "./account.ts";
import type { LevelOfAssurance } from "./level-of-assurance.ts";

type Text = Record<Language, string>;

/** A service of the public administration that users log in to through NIA. */
export interface GovernmentService {
  /** Chosen by whoever keeps the list; unique in it. */
  id: string;
  name: Text;
  description: Text;
  /** The authority that runs it. */
  provider: Text;
  /** Where a login begins. */
  address: string;
  /** What it asks of a login at least. */
  leastLevel: LevelOfAssurance;
}
