import type { LevelOfAssurance } from "../../../domain/level-of-assurance.ts";
import type { AttributeName } from "./attributes.ts";

export interface ServiceProviderSettings {
  /** "Unikátní URL adresa zabezpečené části" at the portal: the Issuer of requests, the Audience of answers. */
  entityId: string;
  /** Where answers come to, as the portal knows it. */
  consumerUrl: string;
  /** Where answers to a logout come to. */
  logoutUrl: string;
  /** Asked for, and the least that is taken. */
  level: LevelOfAssurance;
  /** What is asked for, and whether an answer without it counts as consent that was refused. */
  attributes: Readonly<Partial<Record<AttributeName, "required" | "optional">>>;
  portal: {
    /** The same of the test environment and the real one: only the certificates tell them apart. */
    entityId: string;
    /** Single sign-on and logout, either binding. */
    url: string;
    /** PEM: the authorities whose certificates may sign the portal's metadata. */
    authorities: readonly string[];
    /** Who that certificate has to name, as its `O` or `organizationIdentifier`: the authority serves anyone. */
    organizations: readonly string[];
  };
}
