import { Duration, Lazy, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { FunctionEntry } from "../lambdas/env.ts";
import { CertificateHost } from "./certificate-host.ts";
import type { DataStack } from "./data-stack.ts";
import { environmentValues } from "./environment.ts";
import { constructName, makeFunctions } from "./functions.ts";
import { HttpApi } from "./http-api.ts";
import { subscribe } from "./mail-feedback.ts";
import { Monitoring } from "./monitoring.ts";
import { Outbox } from "./outbox.ts";
import { output } from "./outputs.ts";
import { grantPermissions } from "./permissions.ts";
import { Schedules } from "./schedules.ts";
import type { Settings } from "./settings.ts";
import { Workflow } from "./workflow.ts";

export interface ServiceStackProps extends StackProps {
  settings: Settings;
  data: DataStack;
  /** The folder of each function's bundle. */
  folders: ReadonlyMap<FunctionEntry, string>;
}

/** What can be rebuilt: the functions, and all that calls them. */
export class ServiceStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { settings, data, folders, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const { resources, durations } = settings;

    const values = {
      ...environmentValues(settings, data),
      LINK_MACHINE_ARN: Lazy.string({ produce: () => link.arn }),
      UNLINK_MACHINE_ARN: Lazy.string({ produce: () => unlink.arn }),
    };
    const functions = makeFunctions(this, { settings, values, folders });
    const tasks = {
      linkTasks: functions["tasks/link-tasks"],
      niaTasks: functions["tasks/nia-tasks"],
      settings,
    };
    const { niaRetry } = durations;
    const link = new Workflow(this, "LinkAccount", { definition: "link-account", niaRetry, ...tasks });
    const unlink = new Workflow(this, "UnlinkAccount", { definition: "unlink-account", niaRetry, ...tasks });
    const sync = new Workflow(this, "SyncRegistry", { definition: "sync-registry", ...tasks });
    grantPermissions(functions, data, { link, unlink });

    this.api = new HttpApi(this, "Api", { functions, settings });
    const { authorities, origin, certificateArn } = settings.certificateLogin;
    if (origin !== undefined && certificateArn !== undefined)
      new CertificateHost(this, "CertificateHost", {
        certificateLogin: functions["http/certificate-login"],
        host: { authorities, origin, certificateArn },
        resources,
      });
    const outbox = new Outbox(this, "Outbox", {
      accounts: data.accounts,
      deliverMessages: functions["events/deliver-messages"],
      deliverWorkflows: functions["events/deliver-workflows"],
      resources,
    });
    subscribe(this, "MailFeedback", data.mail.feedback, functions["events/handle-mail-feedback"]);
    const minute = Duration.minutes(1);
    new Schedules(this, "Schedules", {
      SweepMessages: { target: functions["events/deliver-messages"], every: minute, input: { sweep: true } },
      SweepWorkflows: {
        target: functions["events/deliver-workflows"],
        every: minute,
        input: { sweep: true },
      },
      PollDataBox: {
        target: functions["events/poll-data-box"],
        every: Duration.seconds(durations.dataBoxPoll),
      },
      SyncRegistry: { target: sync, every: Duration.seconds(durations.registrySync) },
      RefreshMetadata: { target: functions["events/refresh-metadata"], every: Duration.days(1) },
      RefreshPortal: { target: functions["events/refresh-portal"], every: Duration.days(1) },
      DeleteAccounts: { target: functions["events/delete-accounts"], every: minute },
      ReviewModels: { target: functions["events/review-models"], every: minute },
      Reconcile: { target: functions["events/reconcile"], every: minute },
    });
    new Monitoring(this, "Monitoring", {
      functions,
      outbox,
      workflows: [link, unlink, sync],
      sync,
      api: this.api,
      settings,
    });

    output(this, {
      ApiId: this.api.id,
      ApiUrl: this.api.url,
      LinkMachineArn: link.arn,
      UnlinkMachineArn: unlink.arn,
      SyncMachineArn: sync.arn,
      ...Object.fromEntries(
        Object.entries(functions).map(([entry, fn]) => [
          `${constructName(entry as FunctionEntry)}Function`,
          fn.functionName,
        ]),
      ),
    });
  }
}
