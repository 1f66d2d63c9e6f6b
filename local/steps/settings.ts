import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SettingsInvalid, merge, parseSettings } from "../../lib/stage.ts";
import { StartFailure } from "../failure.ts";
import { project } from "./command.ts";

export type Json = Record<string, unknown>;

/** A value by its path, `nia.endpoints`; undefined where there is none. */
export const at = (settings: Json, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null ? (value as Json)[key] : undefined;
  }, settings);

/** The text of a setting that every stage has. */
export const textAt = (settings: Json, path: string): string => {
  const value = at(settings, path);
  if (typeof value !== "string") throw new StartFailure(`The setting ${path} is missing.`);
  return value;
};

/** The settings of the stage `local` as they stand in cdk.json, with these over them. Throws `StartFailure`. */
export const localSettings = async (overrides: Json): Promise<Json> => {
  const { context } = JSON.parse(await readFile(join(project, "cdk.json"), "utf8")) as {
    context: { stages: { local: Json } };
  };
  const settings = merge(context.stages.local, overrides);
  try {
    parseSettings("local", settings);
  } catch (error) {
    throw error instanceof SettingsInvalid ? new StartFailure(error.message) : error;
  }
  return settings;
};

/** Reads the file of `--settings` or `--secrets`. Throws `StartFailure`. */
export const readJsonFile = async (path: string): Promise<Json> => {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Json;
  } catch (error) {
    throw new StartFailure(`The file ${path} can't be read: ${error instanceof Error ? error.message : "?"}`);
  }
};

/** Writes what the CDK app merges over the stage's own settings; what the person chose wins. Answers the path. */
export const writeSettings = async (runFolder: string, found: Json, chosen: Json): Promise<string> => {
  const path = join(runFolder, "settings.json");
  await mkdir(runFolder, { recursive: true });
  await writeFile(path, JSON.stringify(merge(found, chosen), undefined, 2));
  return path;
};
