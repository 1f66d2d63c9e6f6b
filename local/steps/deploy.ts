import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { project, runCommand } from "./command.ts";

export interface Deployment {
  readonly endpoint: string;
  readonly runFolder: string;
  readonly settingsFile: string;
  readonly signal?: AbortSignal | undefined;
}

export const region = "eu-central-1";
const account = "000000000000";

/** What the SDKs and the CDK need to take the emulator for AWS. */
export const emulatorEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  CDK_DEFAULT_ACCOUNT: account,
  CDK_DEFAULT_REGION: region,
  // Nothing about this machine's own AWS account may take part.
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
});

/** Outputs of all stacks together: their names differ. */
export type Outputs = Readonly<Record<string, string>>;

/** Deploys the stage `local` with the unmodified CDK CLI. Bootstrapping goes on while the stacks are synthesised. */
export const deploy = async (deployment: Deployment): Promise<Outputs> => {
  const { runFolder, settingsFile } = deployment;
  const assembly = join(runFolder, "cdk.out");
  const outputsFile = join(runFolder, "outputs.json");
  const context = ["-c", "stage=local", "-c", `settings=${settingsFile}`];
  // The assets of earlier deployments would pile up.
  await rm(assembly, { recursive: true, force: true });
  const both = await Promise.allSettled([
    bootstrap(deployment),
    cdk(deployment, ["synth", "--quiet", ...context, "--output", assembly]),
  ]);
  for (const result of both) if (result.status === "rejected") throw result.reason;
  const quickly = ["--method", "direct", "--concurrency", "2", "--progress", "events"];
  const unasked = ["--require-approval", "never", "--outputs-file", outputsFile];
  await cdk(deployment, ["deploy", "--all", "--app", assembly, ...unasked, ...quickly]);
  if (!existsSync(outputsFile)) return {};
  const stacks = JSON.parse(await readFile(outputsFile, "utf8")) as Record<string, Outputs>;
  return Object.assign({}, ...Object.values(stacks)) as Outputs;
};

// Where there is no cdk.json: with one, bootstrapping would synthesise too.
const bootstrap = (deployment: Deployment): Promise<void> =>
  cdk(deployment, ["bootstrap", `aws://${account}/${region}`], deployment.runFolder);

const cdk = ({ endpoint, runFolder, signal }: Deployment, args: string[], cwd = project): Promise<void> =>
  runCommand("The deployment onto the local AWS failed", {
    run: ["cdk", ...args, "--no-notices", "--no-version-reporting", "--ci"],
    cwd,
    env: { ...emulatorEnvironment(endpoint), CDK_DISABLE_CLI_TELEMETRY: "true" },
    logFile: join(runFolder, "deploy.log"),
    signal,
  });
