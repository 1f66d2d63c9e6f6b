import { makeGovernmentServices } from "../adapters/dynamodb/government-services.ts";
import { readEnv } from "../env.ts";
import { documentClient } from "./records.ts";

export const governmentServices = () =>
  makeGovernmentServices(documentClient(), readEnv("CATALOGUE_TABLE").CATALOGUE_TABLE);
