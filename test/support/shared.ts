import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/data");

/** Whether the folder of real schemas, messages and ceremonies stands beside the checkout. */
export const hasShared = existsSync(join(folder, "README.md"));

if (!hasShared) {
  console.warn("The folder ../shared/data is not there: tests against other people's real data are skipped.");
}

/** Path of a file of the shared test data. */
export const sharedPath = (name: string): string => join(folder, name);
