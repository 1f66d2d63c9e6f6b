import type { problems } from "../../../lambdas/contract/problems.ts";
import type { CertificateFault } from "../../../lambdas/domain/client-certificate.ts";
import type { ConfirmationPurpose } from "../../../lambdas/domain/confirmation.ts";
import type { InvalidField } from "../../../lambdas/domain/errors.ts";

export type ProblemSlug = (typeof problems)[keyof typeof problems]["slug"];
export type FieldCode = InvalidField["code"] | CertificateFault | "locked";

export interface FieldProblem {
  /** RFC 6901, from the root of the body. */
  pointer: string;
  code: FieldCode;
}

/** What the API answers with where it refuses (RFC 9457). Title and detail are in the user's language. */
export interface ProblemAnswer {
  type: `urn:nia-link:problem:${ProblemSlug}`;
  title: string;
  status: number;
  detail: string;
  errors?: FieldProblem[];
  purpose?: ConfirmationPurpose;
}

export class Problem extends Error {
  override readonly name = "Problem";
  readonly answer: ProblemAnswer;

  constructor(answer: ProblemAnswer) {
    super(answer.title);
    this.answer = answer;
  }

  is(slug: ProblemSlug): boolean {
    return this.answer.type === `urn:nia-link:problem:${slug}`;
  }
}

/** Nothing that was sent by the API came back. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

export const isProblem = (error: unknown, slug: ProblemSlug): error is Problem =>
  error instanceof Problem && error.is(slug);
