import { createHash, randomInt } from "node:crypto";
import { createChallenge, type Payload, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import * as z from "zod/mini";
import { Conflict, ControlCodeRefused } from "../../domain/errors.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Clock, ControlCodes } from "../../services/ports/platform.ts";
import type { Records } from "../../services/ports/records.ts";

const ALGORITHM = "PBKDF2/SHA-256";
/** Some tenths of a second on a phone, for each try of a robot. */
const COST = 1000;
const COUNTERS = { least: 200, most: 600 };
const VALID_SECONDS = 1200;

const payloadSchema = z.object({
  challenge: z.object({ parameters: z.looseObject({ expiresAt: z.number() }), signature: z.string() }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string() }),
});

const decode = (text: string): Payload => {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    payloadSchema.parse(json);
    return json as Payload;
  } catch {
    throw new ControlCodeRefused("not a solution");
  }
};

/** `ControlCodes` by ALTCHA's proof of work. A solution is remembered until it expires, so that it is good once. */
export const makeControlCodes = (
  secrets: () => Promise<{ challenge: string; key: string }>,
  records: Pick<Records, "commit">,
  clock: Clock,
): ControlCodes => ({
  challenge: async () => {
    const { challenge, key } = await secrets();
    return await createChallenge({
      algorithm: ALGORITHM,
      cost: COST,
      counter: randomInt(COUNTERS.least, COUNTERS.most),
      deriveKey,
      expiresAt: Math.floor(Date.parse(clock()) / 1000) + VALID_SECONDS,
      hmacSignatureSecret: challenge,
      hmacKeySignatureSecret: key,
    });
  },

  redeem: async (text) => {
    const payload = decode(text);
    const { challenge, key } = await secrets();
    const { verified } = await verifySolution({
      // These two and no more: what else the caller sends would become settings of the check.
      challenge: payload.challenge,
      solution: payload.solution,
      deriveKey,
      hmacSignatureSecret: challenge,
      hmacKeySignatureSecret: key,
    });
    if (!verified) throw new ControlCodeRefused("the solution does not match or has expired");
    await remember(records, clock, payload.challenge.signature ?? "");
  },
});

const remember = async (records: Pick<Records, "commit">, clock: Clock, signature: string): Promise<void> => {
  const value = createHash("sha256").update(signature).digest("base64url");
  const expiresAt = secondsAfter(clock(), VALID_SECONDS);
  try {
    await records.commit([
      { put: { type: "claim", kind: "control-code", value, version: 0, accountId: "", expiresAt } },
    ]);
  } catch (error) {
    if (error instanceof Conflict) throw new ControlCodeRefused("used already");
    throw error;
  }
};
