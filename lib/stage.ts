import { readFileSync } from "node:fs";
import type { Node } from "constructs";
import * as z from "zod";
import { productionFaults } from "./production.ts";
import { type Settings, settingsSchema } from "./settings.ts";

export const stageNames = ["dev", "prod", "local"] as const;
export type StageName = (typeof stageNames)[number];

export interface Stage {
  name: StageName;
  settings: Settings;
}

/** The settings of a stage can't be used. Says all that is wrong with them. */
export class SettingsInvalid extends Error {
  override readonly name = "SettingsInvalid";
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects are merged key by key; anything else, lists included, is replaced. */
export const merge = (base: Json, over: Json): Json => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(over).map(([key, value]) => {
      const below = base[key];
      return [key, isObject(below) && isObject(value) ? merge(below, value) : value];
    }),
  ),
});

/** Parses the settings of a stage. Throws `SettingsInvalid`. */
export const parseSettings = (name: StageName, raw: unknown): Settings => {
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) throw new SettingsInvalid(`Settings of ${name}:\n${z.prettifyError(parsed.error)}`);
  const faults = name === "prod" ? productionFaults(parsed.data) : [];
  if (faults.length > 0) throw new SettingsInvalid(`Settings of prod: ${faults.join("; ")}`);
  return parsed.data;
};

/** Reads the context `stage`, `stages.<stage>` and the overrides in the file that `settings` names. */
export const readStage = (node: Node): Stage => {
  const name = z.enum(stageNames).safeParse(node.tryGetContext("stage"));
  if (!name.success) throw new SettingsInvalid(`Choose a stage: -c stage=${stageNames.join("|")}`);
  const stages = z.record(z.string(), z.record(z.string(), z.unknown())).parse(node.getContext("stages"));
  const file = z.string().optional().parse(node.tryGetContext("settings"));
  const overrides = file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Json);
  return { name: name.data, settings: parseSettings(name.data, merge(stages[name.data] ?? {}, overrides)) };
};
