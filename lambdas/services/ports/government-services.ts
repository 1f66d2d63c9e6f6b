import type { GovernmentService } from "../../domain/government-service.ts";
import type { IsoInstant } from "../../domain/person.ts";

/** The list as it was loaded last, in the order of its file. */
export interface ServiceList {
  services: GovernmentService[];
  loadedAt: IsoInstant;
}

/** The catalogue of government services. */
export interface GovernmentServices {
  /** Undefined before the first list was loaded. */
  list(): Promise<ServiceList | undefined>;
  /** The whole list in one step: whoever reads sees the one before or this one. At most 300 kB. */
  replace(list: ServiceList): Promise<void>;
}
