import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import { makeDataBox } from "../adapters/data-box/data-box.ts";
import { makeOpenSealedMessage } from "../adapters/data-box/sealed/sealed-message.ts";
import { readRegistryAnswer } from "../adapters/data-box/answer/registry-answer.ts";
import { makeMessageArchive } from "../adapters/s3/message-archive.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { readEnv } from "../env.ts";
import { readTrust } from "../trust.ts";
import { clock } from "./platform.ts";

const credentials = z.union([
  z.object({ username: z.string(), password: z.string() }),
  z.object({ certificatePem: z.string(), privateKeyPem: z.string() }),
]);

/** Four thirds of the largest ordinary message, and room for its envelope. */
const MAX_BYTES = 40 * 1024 * 1024;

/** The provider's data box, its archive, and how its messages are opened and read. */
export const connectedDataBox = () => {
  const { DATA_BOX, DATA_BOX_SECRET_ARN, ARCHIVE_BUCKET } = readEnv(
    "DATA_BOX",
    "DATA_BOX_SECRET_ARN",
    "ARCHIVE_BUCKET",
  );
  const secret = makeSecret(new SecretsManagerClient({}), DATA_BOX_SECRET_ARN, credentials);
  return {
    dataBox: makeDataBox({ ...DATA_BOX, timeoutMs: 60_000, maxBytes: MAX_BYTES }, secret),
    archive: makeMessageArchive(new S3Client({}), ARCHIVE_BUCKET),
    openSealed: makeOpenSealedMessage(
      {
        roots: readTrust().dataBox,
        organizations: DATA_BOX.sealOrganizations,
        maxBytes: MAX_BYTES,
        recipientBoxId: DATA_BOX.boxId,
      },
      clock,
    ),
    readAnswer: readRegistryAnswer,
  };
};
