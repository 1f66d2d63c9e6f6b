import type { TestProject } from "vitest/node";
import { freePorts } from "../../support/free-port.ts";
import { aProduct } from "./product.ts";

/** Starts the product that all journeys share; ends it after the last of them. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [web = 0, emulator = 0, nia = 0, dataBox = 0, metadata = 0, inbox = 0, certificates = 0] =
    await freePorts(7);
  const ports = { web, emulator, nia, dataBox, metadata, inbox, certificates };
  const { endpoints, model, stop } = await aProduct(ports, { withWeb: true });
  provide("product", { endpoints, model });
  return stop;
};
