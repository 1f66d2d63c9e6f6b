import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { makeNia } from "../adapters/nia/nia.ts";
import type { NiaEvent } from "../adapters/nia/observe.ts";
import { keyPairs } from "../adapters/key-pairs.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { readEnv } from "../env.ts";
import { niaMetrics } from "../metric-names.ts";
import { log } from "../log.ts";
import { metrics } from "../metrics.ts";
import { readTrust } from "../trust.ts";
import { clock } from "./platform.ts";

const countedOf = (event: NiaEvent): Record<string, number> => {
  if (event.event !== "called") return { [niaMetrics.keyTrouble]: 1 };
  const { milliseconds, clockOffsetMs } = event;
  return {
    [niaMetrics.callMilliseconds]: milliseconds,
    ...(clockOffsetMs !== undefined && {
      [niaMetrics.clockDistanceMilliseconds]: Math.abs(clockOffsetMs),
    }),
  };
};

const observe = (event: NiaEvent): void => {
  const isTrouble = event.event !== "called" || event.failure !== undefined;
  log[isTrouble ? "warn" : "info"]("NIA", { nia: event, ...metrics(countedOf(event)) });
};

export const nia = () => {
  const { NIA, NIA_SECRET_ARN } = readEnv("NIA", "NIA_SECRET_ARN");
  const settings = { ...NIA, stsCertificates: readTrust().nia };
  const credentials = makeSecret(new SecretsManagerClient({}), NIA_SECRET_ARN, keyPairs);
  return makeNia({ settings, credentials, clock, observe });
};
