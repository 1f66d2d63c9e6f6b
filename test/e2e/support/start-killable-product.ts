import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { aProduct } from "./product.ts";

/**
 * Sooner than anybody would want it, so that the tests see it. They look into the data box themselves: a poll of its
 * own that dies with the emulator would keep the next answer waiting until its lease ends.
 */
const durations = { reconcileStuck: "PT5S", deletion: "PT40S", dataBoxPoll: "PT1H" };

/** Starts the product that the tests of outages share, and kills and restarts its emulator at their word. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const product = await aProduct({ settings: { durations } });
  const { endpoints, model, runFolder, ports } = product;
  const words = new Map([
    ["/kill", product.killEmulator],
    ["/restart", product.restartEmulator],
  ]);
  const server = createServer((request, response) => {
    const carryOut = words.get(request.url ?? "");
    if (carryOut === undefined) {
      response.writeHead(404).end();
      return;
    }
    void carryOut().then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  provide("product", { endpoints, model });
  provide("killable", { control: `http://127.0.0.1:${port}`, runFolder, ports });
  return async () => {
    server.close();
    await product.stop();
  };
};
