import type { LevelOfAssurance } from "../../../domain/level-of-assurance.ts";
import type { ReleasableAttribute } from "../../../domain/login-request.ts";

/** A service provider that may ask. Its metadata are trusted because they stand in the settings. */
export interface RegisteredMetadata {
  /** XML of one EntityDescriptor. */
  metadata: string;
  /** What it is agreed to be told, each under its SAML name. */
  attributes: Readonly<Partial<Record<ReleasableAttribute, string>>>;
}

export interface IdentityProviderSettings {
  entityId: string;
  /** Where requests come to, in either binding. */
  loginUrl: string;
  logoutUrl: string;
  /** No login reaches more. */
  highestLevel: LevelOfAssurance;
  serviceProviders: readonly RegisteredMetadata[];
}
