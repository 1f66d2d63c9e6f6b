import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { type FunctionEntry, functionVariables } from "../../lambdas/env.ts";
import { allEntries, bundleFunctions, writeTrust } from "../../lib/bundle.ts";
import { parseSettings } from "../../lib/stage.ts";
import { functionEnvironment } from "../support/function-environment.ts";
import { rawSettings } from "./support/synthesis.ts";

const settings = parseSettings("prod", rawSettings("prod"));
const folders = bundleFunctions({ out: join(mkdtempSync(join(tmpdir(), "nia-link-functions-")), "out") });
writeTrust(folders, settings);

const loader = join(import.meta.dirname, "support/load-function.ts");

const load = async (entry: FunctionEntry): Promise<unknown> => {
  const names = functionVariables[entry];
  const env = functionEnvironment(entry, settings);
  const args = [loader, join(folders.get(entry) ?? "", "index.mjs"), names.join()];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...env, AWS_REGION: "eu-central-1", NODE_NO_WARNINGS: "1" },
  });
  return JSON.parse(stdout);
};

describe("a function's bundle", () => {
  it.each(allEntries)("%s loads with its declared variables alone, and reads each of them", async (entry) => {
    expect(await load(entry)).toEqual({
      handler: "function",
      read: [...functionVariables[entry]].toSorted(),
    });
  });
});
