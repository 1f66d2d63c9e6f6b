import { makeCeremonies } from "../adapters/fido/ceremonies.ts";
import { readEnv } from "../env.ts";

export const ceremonies = () => {
  const { RP_ID: rpId, APP_ORIGINS: origins } = readEnv("RP_ID", "APP_ORIGINS");
  return makeCeremonies({ rpId, rpName: "nia-link", origins });
};
