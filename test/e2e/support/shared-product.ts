import { inject } from "vitest";
import type { TestProduct } from "./product.ts";

export type SharedProduct = Pick<TestProduct, "endpoints" | "model">;

declare module "vitest" {
  interface ProvidedContext {
    product: SharedProduct;
  }
}

/** The product that all journeys share: everybody brings an account, and a resident, of their own. */
export const sharedProduct = (): SharedProduct => inject("product");
