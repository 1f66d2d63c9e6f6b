import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { SendEmailCommand, VerifyDomainIdentityCommand } from "@aws-sdk/client-ses";
import { SendTaskSuccessCommand, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, emptyEmulator, makeFunction, makeMachine, type Clients } from "../../support/emulator.ts";
import { eventually } from "../../support/eventually.ts";

let emulator: Awaited<ReturnType<typeof emptyEmulator>>;
let root: Clients;

beforeAll(async () => {
  emulator = await emptyEmulator({ authorize: true });
  root = clientsOf(emulator.endpoint);
  const Statement = [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: ["lambda.amazonaws.com", "states.amazonaws.com"] },
    },
  ];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await root.iam.send(new CreateRoleCommand({ RoleName: "test", AssumeRolePolicyDocument }));
});
afterAll(() => emulator.stop());

/** Clients of a new user who may do one action on one resource and nothing else. */
const userWho = async (UserName: string, Action: string, Resource: string): Promise<Clients> => {
  await root.iam.send(new CreateUserCommand({ UserName }));
  const statement = { Effect: "Allow", Action, Resource };
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  await root.iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "only", PolicyDocument }));
  const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName }));
  return clientsOf(emulator.endpoint, {
    accessKeyId: AccessKey?.AccessKeyId ?? "",
    secretAccessKey: AccessKey?.SecretAccessKey ?? "",
  });
};

describe("SendTaskSuccess", () => {
  it("is allowed to who is granted it on the token's state machine, and to nobody else", async () => {
    const tokenFile = join(emulator.stateFolder, "token");
    const keeper = await makeFunction(
      root,
      "keeper",
      `import { writeFileSync } from "node:fs";
       export const handler = async ({ token }) => writeFileSync(${JSON.stringify(tokenFile)}, token);`,
    );
    const stateMachineArn = await makeMachine(root, "link", {
      Wait: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        Arguments: { FunctionName: keeper, Payload: { token: "{% $states.context.Task.Token %}" } },
        TimeoutSeconds: 600,
        End: true,
      },
    });
    await root.states.send(new StartExecutionCommand({ stateMachineArn }));
    const taskToken = await eventually("the token", () => readFile(tokenFile, "utf8").catch(() => undefined));

    const resume = (user: Clients) =>
      user.states.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
    const stranger = await userWho("stranger", "states:SendTaskSuccess", `${stateMachineArn}-other`);
    await expect(resume(stranger)).rejects.toMatchObject({ name: "AccessDeniedException" });
    const granted = await userWho("granted", "states:SendTaskSuccess", stateMachineArn);
    await expect(resume(granted)).resolves.toBeDefined();
  });
});

describe("SendEmail", () => {
  it("is allowed to who is granted it on the sender's verified domain, and to nobody else", async () => {
    await root.ses.send(new VerifyDomainIdentityCommand({ Domain: "example.cz" }));
    const send = (user: Clients) =>
      user.ses.send(
        new SendEmailCommand({
          Source: "NIA link <noreply@example.cz>",
          Destination: { ToAddresses: ["jana@example.org"] },
          Message: { Subject: { Data: "Test" }, Body: { Text: { Data: "Test" } } },
        }),
      );
    const identity = (name: string) => `arn:aws:ses:eu-central-1:000000000000:identity/${name}`;
    const stranger = await userWho("other-sender", "ses:SendEmail", identity("example.com"));
    await expect(send(stranger)).rejects.toMatchObject({ name: expect.stringMatching(/^AccessDenied/u) });
    const granted = await userWho("sender", "ses:SendEmail", identity("example.cz"));
    await expect(send(granted)).resolves.toHaveProperty("MessageId");
  });
});
