import { Annotations, type App, Tags } from "aws-cdk-lib";
import type { FunctionEntry } from "../lambdas/env.ts";
import { DataStack } from "./data-stack.ts";
import { EdgeStack } from "./edge-stack.ts";
import { unfinished } from "./production.ts";
import { ServiceStack } from "./service-stack.ts";
import type { Stage } from "./stage.ts";
import { WebStack } from "./web-stack.ts";

export interface Parts {
  folders: ReadonlyMap<FunctionEntry, string>;
  /** The built web app. */
  webFolder: string;
}

/** The stacks of a stage. */
export const buildStacks = (app: App, { name, settings }: Stage, { folders, webFolder }: Parts) => {
  Tags.of(app).add("service", "nia-link");
  Tags.of(app).add("stage", name);
  const env = { region: settings.region };
  const data = new DataStack(app, `nia-link-${name}-data`, { env, settings });
  const service = new ServiceStack(app, `nia-link-${name}-service`, { env, settings, data, folders });
  for (const [index, sentence] of unfinished(settings).entries()) {
    Annotations.of(service).addWarningV2(`nia-link:unfinished-${index}`, sentence);
  }
  if (data.originSecret === undefined) return { data, service };

  const edge = new EdgeStack(app, `nia-link-${name}-edge`, {
    env: { region: "us-east-1" },
    crossRegionReferences: true,
  });
  const web = new WebStack(app, `nia-link-${name}-web`, {
    env,
    crossRegionReferences: true,
    settings,
    webAclArn: edge.webAclArn,
    apiDomainName: service.api.domainName,
    originSecret: data.originSecret,
    uploads: data.scans.origin,
    webFolder,
  });
  return { data, service, edge, web };
};
