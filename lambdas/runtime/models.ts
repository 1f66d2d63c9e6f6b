import { makeGradeAttestation, makeRegrade } from "../adapters/fido/grade-attestation.ts";
import { readEnv } from "../env.ts";

export { models } from "./catalogue.ts";

/** The resolver with the stage's policy. */
export const grade = () => makeGradeAttestation(readEnv("METADATA").METADATA);

/** The resolver for keys that are there already. */
export const regrade = () => makeRegrade(readEnv("METADATA").METADATA);
