import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "../../../local/emulator/environment.ts";
import { startMetadataServer } from "../../../local/metadata/server.ts";
import { virtualAuthenticatorEntry } from "../../../local/metadata/virtual-authenticator.ts";
import { type Ports, portsFrom } from "../../../local/ports.ts";
import { type Product, startProduct } from "../../../local/product.ts";
import { metadataPayload } from "../../../local/steps/metadata-payload.ts";
import { MODEL_AAGUID, makeModel, type ModelMaker } from "./authenticator.ts";

export interface TestProduct extends Product {
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

/** The whole product on ports of its own, which may follow a first one, without the web app unless asked for. */
export const aProduct = async (
  ports: Ports | number,
  options: { settings?: Record<string, unknown>; withWeb?: boolean; waitScale?: number } = {},
): Promise<TestProduct> => {
  const folder = mkdtempSync(join(tmpdir(), "nia-link-product-"));
  const model = await makeModel();
  const metadata = await startMetadataServer({ port: 0, payloadPath: await withModel(folder, model) });
  const { url, roots, hostName } = metadata;
  const product = await startProduct({
    runFolder: join(folder, "run"),
    ports: typeof ports === "number" ? portsFrom(ports) : ports,
    quiet: true,
    withWeb: options.withWeb ?? false,
    settings: { ...options.settings, metadata: { url, roots: [...roots], hostName } },
    ...(options.waitScale === undefined ? {} : { waitScale: options.waitScale }),
  });
  return {
    ...product,
    model,
    stop: async () => {
      await product.stop();
      await metadata.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
