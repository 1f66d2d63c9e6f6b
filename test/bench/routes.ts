import type { FunctionName, Route } from "../../lambdas/contract/route.ts";
import { type RouteName, routes } from "../../lambdas/contract/routes.ts";
import type { FunctionEntry } from "../../lambdas/env.ts";
import { writeTrust } from "../../lib/bundle.ts";
import type { Settings } from "../../lib/settings.ts";
import { makeAuthenticator, makeModel } from "../e2e/support/authenticator.ts";
import { anAuthority, aUserCertificate } from "../support/client-certificates.ts";
import { functionEnvironment } from "../support/function-environment.ts";
import { makeApi, type Sample } from "./api.ts";
import { sessionCheck, travel } from "./journey.ts";
import { median } from "./median.ts";
import { startStorage } from "./stored.ts";

export interface RouteCost {
  name: string;
  method: string;
  /** Of DynamoDB, at the most. */
  roundTrips: number;
  /** Of the counters of limits, beside the round trips. */
  limitWaits: number;
  dynamoDb: number;
  /** Other AWS calls of the first user: what was kept since is not called for again. */
  other: number;
  cpuMs: number;
  budget: number;
}

/** Whose routes nobody goes through here: the console's, and those where another site's messages are what takes time. */
const elsewhere: ReadonlySet<FunctionName> = new Set([
  "operator-api",
  "helpdesk-api",
  "casework-api",
  "service-provider-api",
  "identity-provider-api",
]);
const measured = Object.entries<Route>(routes).filter(([, { fn }]) => !elsewhere.has(fn));

const costOf = (name: string, samples: readonly Sample[]): RouteCost => {
  if (samples.length === 0) throw new Error(`nobody has called ${name}`);
  const method = name === sessionCheck.name ? "" : routes[name as RouteName].method;
  const most = (of: (sample: Sample) => number) => Math.max(...samples.map(of));
  return {
    name,
    method,
    roundTrips: most(({ roundTrips }) => roundTrips),
    limitWaits: most(({ limitWaits }) => limitWaits),
    dynamoDb: most(({ dynamoDb }) => dynamoDb),
    other: most(({ other }) => other),
    cpuMs: median(samples.map(({ cpuMs }) => cpuMs)),
    budget: method === "" ? 1 : method === "GET" ? 2 : 3,
  };
};

/** Lets some users go through the API in this process, against an AWS in another one. */
export const measureRoutes = async (
  folders: ReadonlyMap<FunctionEntry, string>,
  functionsFolder: string,
  settings: Settings,
  users: number,
): Promise<RouteCost[]> => {
  const model = await makeModel();
  const authority = await anAuthority();
  const host = "certificates.example.cz";
  const certificateLogin = { authorities: [authority.certificatePem], origin: `https://${host}` };
  const stage: Settings = {
    ...settings,
    certificateLogin: { ...settings.certificateLogin, ...certificateLogin },
  };
  writeTrust(folders, stage);
  const storage = await startStorage(model);
  for (const entry of folders.keys()) Object.assign(process.env, functionEnvironment(entry, stage));
  Object.assign(process.env, {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL: storage.endpoint,
    POWERTOOLS_LOG_LEVEL: "SILENT",
  });
  try {
    const [origin = ""] = settings.app.origins;
    const api = await makeApi(functionsFolder, origin, process.env["ORIGIN_SECRET"] ?? "");
    const key = makeAuthenticator(model, origin, settings.app.rpId);
    for (let user = 0; user < users; user += 1) {
      const { certificatePem } = await aUserCertificate(authority);
      await travel(api, storage, key, { certificatePem, host });
    }
    return [sessionCheck.name, ...measured.map(([name]) => name)].map((name) =>
      costOf(
        name,
        api.samples.filter((sample) => sample.name === name),
      ),
    );
  } finally {
    storage.stop();
  }
};
