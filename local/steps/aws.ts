import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { StartFailure } from "../failure.ts";
import { region } from "./deploy.ts";

/** Of any client of the emulator. */
export const clientConfig = (endpoint: string) => ({
  endpoint,
  region,
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

/** Starts an execution at once instead of at its next scheduled time. */
export const startExecution = async (endpoint: string, stateMachineArn: string): Promise<void> => {
  const client = new SFNClient(clientConfig(endpoint));
  await client.send(new StartExecutionCommand({ stateMachineArn, input: "{}" }));
  client.destroy();
};

/** Fills a secret in, as an operator does after the first deployment to AWS. */
export const putSecret = async (endpoint: string, SecretId: string, value: object): Promise<void> => {
  const client = new SecretsManagerClient(clientConfig(endpoint));
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(value) }));
  client.destroy();
};

/** Runs a function at once instead of at its next scheduled time. Throws `StartFailure` when it fails. */
export const invoke = async (endpoint: string, FunctionName: string, event: object = {}): Promise<void> => {
  const client = new LambdaClient(clientConfig(endpoint));
  const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  client.destroy();
  if (answer.FunctionError === undefined) return;
  throw new StartFailure(
    `${FunctionName} failed: ${answer.Payload?.transformToString() ?? answer.FunctionError}`,
  );
};
