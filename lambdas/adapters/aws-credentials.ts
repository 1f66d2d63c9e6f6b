import { roleCredentials } from "../env.ts";

/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: a function always has its role's credentials in
 * its environment, and the chain of other providers is 136 kB of code (docs/adr/).
 */
export const defaultProvider = () => async () => roleCredentials();
