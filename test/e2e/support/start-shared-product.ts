import type { TestProject } from "vitest/node";
import { aProduct } from "./product.ts";

/** Starts the product that all journeys share; ends it after the last of them. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { endpoints, model, stop } = await aProduct({ withWeb: true });
  provide("product", { endpoints, model });
  return stop;
};
