import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "../../../local/emulator/environment.ts";
import { virtualAuthenticatorEntry } from "../../../local/metadata/virtual-authenticator.ts";
import type { Ports } from "../../../local/ports.ts";
import { type Product, type ProductOptions, startProduct } from "../../../local/product.ts";
import { metadataPayload } from "../../../local/steps/metadata-payload.ts";
import { freeProductPorts } from "../../support/free-product-ports.ts";
import { MODEL_AAGUID, makeModel, type ModelMaker } from "./authenticator.ts";

export interface TestProduct extends Product {
  runFolder: string;
  ports: Ports;
  model: ModelMaker;
}

/** The real metadata with one model more, whose keys the tests can make. */
const withModel = async (folder: string, { anchor }: ModelMaker): Promise<string> => {
  const payload = JSON.parse(readFileSync(await metadataPayload(await pythonEnvironment()), "utf8")) as {
    entries: unknown[];
  };
  const { metadataStatement, ...rest } = virtualAuthenticatorEntry;
  payload.entries.push({
    ...rest,
    aaguid: MODEL_AAGUID,
    metadataStatement: {
      ...metadataStatement,
      aaguid: MODEL_AAGUID,
      description: "Key of the tests",
      attestationRootCertificates: [anchor],
      authenticatorGetInfo: {
        ...metadataStatement.authenticatorGetInfo,
        aaguid: MODEL_AAGUID.replaceAll("-", ""),
      },
    },
  });
  const path = join(folder, "metadata.json");
  writeFileSync(path, JSON.stringify(payload));
  return path;
};

/** The whole product on free ports, without the web app unless asked for. */
export const aProduct = async (
  options: Pick<ProductOptions, "settings" | "withWeb" | "waitScale" | "emulator"> = {},
): Promise<TestProduct> => {
  const folder = mkdtempSync(join(tmpdir(), "nia-link-product-"));
  const runFolder = join(folder, "run");
  const ports = await freeProductPorts();
  const model = await makeModel();
  const product = await startProduct({
    withWeb: false,
    ...options,
    runFolder,
    ports,
    quiet: true,
    metadataPayload: await withModel(folder, model),
  });
  return {
    ...product,
    runFolder,
    ports,
    model,
    stop: async () => {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
