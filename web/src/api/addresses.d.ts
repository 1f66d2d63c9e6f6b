declare module "virtual:contract-addresses" {
  import type { Addresses } from "./client.ts";

  export const addresses: Addresses;
}
