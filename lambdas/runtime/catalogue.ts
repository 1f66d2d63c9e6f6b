import { makeModels } from "../adapters/dynamodb/models.ts";
import { readEnv } from "../env.ts";
import { documentClient } from "./records.ts";

export const models = () => makeModels(documentClient(), readEnv("CATALOGUE_TABLE").CATALOGUE_TABLE);
