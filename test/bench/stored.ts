import { fork } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { makeModels } from "../../lambdas/adapters/dynamodb/models.ts";
import { makeRecords } from "../../lambdas/adapters/dynamodb/records.ts";
import { indexes } from "../../lambdas/env.ts";
import { makeDeriveLinkSecret, makeDerivePin } from "../../lambdas/adapters/secrets/pins.ts";
import { MODEL_AAGUID, type ModelMaker } from "../e2e/support/authenticator.ts";

const DAY_MS = 86_400_000;

/** The name of a picture that is stored. */
export const PICTURE = "A".repeat(22);

/** AWS of this run: its address, and what a user cannot do to it but the office, the mail and the phone can. */
export const startStorage = async ({ anchor }: ModelMaker) => {
  const key = randomBytes(32).toString("hex");
  const server = fork(join(import.meta.dirname, "fake-aws.ts"), [key]);
  const [endpoint] = (await once(server, "message")) as [string];

  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, credentials, region: "eu-central-1" }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const model = {
    key: MODEL_AAGUID,
    name: "Key of the bench",
    vendor: "Bench",
    level: "FIDO_CERTIFIED_L1" as const,
    anchors: [anchor],
    attestationTypes: ["basic_full"],
    transports: ["usb"],
    kind: "hardware" as const,
    userVerification: [],
    icon: PICTURE,
    metadataNo: 1,
  };
  const icon = { name: PICTURE, mediaType: "image/png" as const, base64: "" };
  const nextUpdate = new Date(Date.now() + DAY_MS).toISOString();
  await makeModels(client, "catalogue").replace(
    { no: 1, nextUpdate, models: [model], icons: [icon], skipped: [] },
    new Date().toISOString(),
  );
  return {
    endpoint,
    writing: {
      records: makeRecords(client, {
        accounts: "accounts",
        audit: "audit",
        ...indexes,
      }),
      clock: () => new Date().toISOString(),
      random: (length: number) => randomBytes(length),
    },
    derivePin: makeDerivePin(async () => ({ key })),
    deriveLinkSecret: makeDeriveLinkSecret(async () => ({ key })),
    /** As the link of the newest mail says. */
    newestReset: async (): Promise<string> => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: "accounts" }));
      const resets = Items.filter(({ type }) => type === "password-reset").toSorted((a, b) =>
        String(b["expiresAt"]).localeCompare(String(a["expiresAt"])),
      );
      return String(resets[0]?.["id"]);
    },
    stop: () => {
      client.destroy();
      server.disconnect();
    },
  };
};

export type Storage = Awaited<ReturnType<typeof startStorage>>;
