import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Ports } from "../../local/ports.ts";
import { type Product, type ProductOptions, startProduct } from "../../local/product.ts";
import { freePorts } from "./free-port.ts";

const runs = join(import.meta.dirname, "../../local/.run");

export interface TestProduct extends Product {
  readonly runFolder: string;
  readonly ports: Ports;
}

/** A whole product of its own: an empty folder and free ports. `stop` leaves nothing behind. */
export const startTestProduct = async (options: Partial<ProductOptions> = {}): Promise<TestProduct> => {
  const [web = 0, emulator = 0, nia = 0, dataBox = 0, metadata = 0, inbox = 0, certificates = 0] =
    await freePorts(7);
  const ports = { web, emulator, nia, dataBox, metadata, inbox, certificates };
  await mkdir(runs, { recursive: true });
  const runFolder = await mkdtemp(join(runs, "test-product-"));
  const product = await startProduct({ runFolder, ports, quiet: true, withWeb: false, ...options });
  return {
    ...product,
    runFolder,
    ports,
    stop: async () => {
      await product.stop();
      await rm(runFolder, { recursive: true });
    },
  };
};
