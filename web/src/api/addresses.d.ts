declare module "virtual:contract-addresses" {
  import type { Addresses } from "./client.ts";

  export const addresses: Addresses;
}

/** Those of the helpdesk's console, which come with it. */
declare module "virtual:contract-addresses/console" {
  import type { Addresses } from "./client.ts";

  export const addresses: Partial<Addresses>;
}
