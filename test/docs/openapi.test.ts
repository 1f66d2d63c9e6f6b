import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openapi } from "../../lambdas/contract/openapi.ts";

it("is what the contract says: run `npm run openapi` after a change", () => {
  const committed: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/openapi.json"), "utf8"),
  );
  expect(committed).toEqual(JSON.parse(JSON.stringify(openapi())));
});
