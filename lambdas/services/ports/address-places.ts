import type { Address } from "../../domain/person.ts";

/** The address places of the country by their RÚIAN code, as the registry of addresses publishes them. */
export interface AddressPlaces {
  /** Undefined where no such place is in the list. */
  find(code: string): Promise<Address | undefined>;
}
