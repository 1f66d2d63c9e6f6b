import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openapi } from "../lambdas/contract/openapi.ts";

writeFileSync(join(import.meta.dirname, "openapi.json"), `${JSON.stringify(openapi(), undefined, 2)}\n`);
