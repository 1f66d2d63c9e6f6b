import { randomUUID } from "node:crypto";
import type { Identity } from "../../certificates.ts";
import { encryptedAssertion } from "../saml/encryption.ts";
import type { StatusName } from "../saml/names.ts";
import { signed } from "../saml/signing.ts";
import { type AssertionContent, assertion } from "./assertion.ts";
import { samlResponse } from "./response.ts";

/** An answer before it is written down: the place where a test has it go wrong. */
export interface AnswerPlan {
  readonly issuedAt: Date;
  readonly destination: string;
  readonly inResponseTo: string;
  readonly status: readonly [StatusName, StatusName?];
  /** Absent with an error. */
  readonly assertion: AssertionContent | undefined;
  /** Of the Response; undefined leaves it unsigned. */
  readonly signer: Identity | undefined;
  readonly assertionSigner: Identity;
  /** For whom the assertion is encrypted; undefined leaves it in clear. */
  readonly encryptFor: string | undefined;
  /** Done to the finished text. */
  readonly finish: (xml: string) => string;
}

/** Writes, signs and encrypts: assertion first, Response over all (nia-saml.md, A3). */
export function writeAnswer(plan: AnswerPlan): string {
  const { issuedAt, destination, inResponseTo, status } = plan;
  const response = samlResponse({
    id: `_${randomUUID().replaceAll("-", "")}`,
    issuedAt,
    destination,
    inResponseTo,
    status,
    content: plan.assertion === undefined ? "" : written(plan.assertion, plan),
  });
  return plan.finish(plan.signer === undefined ? response : signed(response, plan.signer));
}

function written(content: AssertionContent, { assertionSigner, encryptFor }: AnswerPlan): string {
  const xml = signed(assertion(content), assertionSigner);
  return encryptFor === undefined ? xml : encryptedAssertion(xml, encryptFor);
}

export const newAssertionId = (): string => `_${randomUUID()}`;
export const newSessionIndex = (): string => `_${randomUUID().replaceAll("-", "")}`;

/** An error: a signed Response without an assertion (nia-saml.md, A8). */
export const refusal = (plan: AnswerPlan, second: StatusName): AnswerPlan => ({
  ...plan,
  status: ["Responder", second],
  assertion: undefined,
});
