import { makeAddressPlaces } from "../adapters/dynamodb/address-places.ts";
import { readEnv } from "../env.ts";
import { documentClient } from "./records.ts";

export const addressPlaces = () =>
  makeAddressPlaces(documentClient(), readEnv("CATALOGUE_TABLE").CATALOGUE_TABLE);
