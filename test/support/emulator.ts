import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { IAMClient } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SESClient } from "@aws-sdk/client-ses";
import { CreateStateMachineCommand, SFNClient } from "@aws-sdk/client-sfn";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../local/emulator/process.ts";
import { freePorts } from "./free-port.ts";
import { zipOf } from "./zip.ts";

// Where the product's own emulator keeps its state too: below a package.json that says "module".
const runs = join(import.meta.dirname, "../../local/.run");

export const role = "arn:aws:iam::000000000000:role/test";

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** SDK clients of an emulator, as the root of its account unless credentials are given. */
export const clientsOf = (
  endpoint: string,
  credentials: Credentials = { accessKeyId: "test", secretAccessKey: "test" },
) => {
  const config = { endpoint, credentials, region: "eu-central-1" };
  return {
    dynamodb: new DynamoDBClient(config),
    iam: new IAMClient(config),
    lambda: new LambdaClient(config),
    ses: new SESClient(config),
    states: new SFNClient(config),
  };
};

export type Clients = ReturnType<typeof clientsOf>;

/** An empty emulator with a folder of its own; `restart` keeps what AWS would keep. */
export const emptyEmulator = async (options: Partial<EmulatorOptions> = {}) => {
  const [port = 0] = await freePorts(1);
  await mkdir(runs, { recursive: true });
  const stateFolder = await mkdtemp(join(runs, "test-emulator-"));
  const all = { port, stateFolder, persist: true, authorize: false, ...options };
  let emulator: Emulator = await startEmulator(all);
  return {
    endpoint: emulator.endpoint,
    stateFolder,
    restart: async () => {
      await emulator.stop();
      emulator = await startEmulator(all);
    },
    crash: async () => {
      await emulator.kill();
      emulator = await startEmulator(all);
    },
    stop: async () => {
      await emulator.stop();
      await rm(stateFolder, { recursive: true });
    },
  };
};

/** Makes a Lambda function from the text of an ES module that exports `handler`; answers with its ARN. */
export const makeFunction = async (clients: Clients, name: string, source: string): Promise<string> => {
  const made = await clients.lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: "nodejs24.x",
      Role: role,
      Handler: "index.handler",
      Timeout: 10,
      Code: { ZipFile: zipOf("index.mjs", source) },
    }),
  );
  return made.FunctionArn ?? "";
};

/** Makes a state machine of JSONata states that begins with the first of them; answers with its ARN. */
export const makeMachine = async (clients: Clients, name: string, states: object): Promise<string> => {
  const definition = { QueryLanguage: "JSONata", StartAt: Object.keys(states)[0], States: states };
  const made = await clients.states.send(
    new CreateStateMachineCommand({ name, roleArn: role, definition: JSON.stringify(definition) }),
  );
  return made.stateMachineArn ?? "";
};
