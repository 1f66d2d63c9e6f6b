import { makeBanners, makeReadBanner } from "../adapters/dynamodb/outage-banner.ts";
import { readEnv } from "../env.ts";
import { documentClient } from "./records.ts";

/** The banner, to be read alone. */
export const readBanner = () => makeReadBanner(documentClient(), readEnv("CATALOGUE_TABLE").CATALOGUE_TABLE);

/** The banner, with the audit log that its changes go to. */
export const banners = () => {
  const { CATALOGUE_TABLE: catalogue, AUDIT_TABLE: audit } = readEnv("CATALOGUE_TABLE", "AUDIT_TABLE");
  return makeBanners(documentClient(), { catalogue, audit });
};
