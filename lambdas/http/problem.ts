import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type ProblemName, problems, problemType } from "../contract/problems.ts";
import {
  CertificateRefused,
  ConfirmationNeeded,
  FieldLocked,
  InvalidInput,
  TooManyRequests,
} from "../domain/errors.ts";
import { log } from "../log.ts";
import { waitText } from "./wait-text.ts";

const nameOf = (error: unknown): ProblemName =>
  error instanceof Error && Object.hasOwn(problems, error.name)
    ? (error.name as ProblemName)
    : "InternalError";

/** What else the caller may know of an error. */
const membersOf = (error: unknown): object => {
  if (error instanceof InvalidInput) return { errors: error.fields };
  if (error instanceof FieldLocked) return { errors: [{ pointer: `/${error.message}`, code: "locked" }] };
  if (error instanceof CertificateRefused)
    return { errors: [{ pointer: "/certificate", code: error.fault }] };
  if (error instanceof ConfirmationNeeded) return { purpose: error.message };
  if (error instanceof TooManyRequests) return { retryAfter: error.retryAfterSeconds };
  return {};
};

/** Notes an error: one of ours with all that is known of it, a refusal with its reason. */
export const logFailure = (error: unknown): void => {
  const name = nameOf(error);
  const { status } = problems[name];
  const fields = { problem: name, status };
  if (status >= 500) log.error("request failed", { ...fields, error: error as Error });
  else log.info("request refused", { ...fields, reason: error instanceof Error ? error.message : "" });
};

/** Any error as `application/problem+json` (RFC 9457); what has no row in the table is a 500 without detail. */
export const problemAnswer = (
  error: unknown,
  language: "cs" | "en",
  requestId: string,
): APIGatewayProxyStructuredResultV2 => {
  logFailure(error);
  const { status, slug, title, detail } = problems[nameOf(error)];
  const wait = error instanceof TooManyRequests ? error.retryAfterSeconds : 0;
  return {
    statusCode: status,
    headers: {
      ...(wait > 0 ? { "retry-after": `${wait}` } : {}),
      "content-type": "application/problem+json",
      "content-language": language,
      "cache-control": "no-store",
    },
    body: JSON.stringify({
      type: problemType(slug),
      title: title[language],
      status,
      detail: detail[language].replace("{when}", waitText(wait, language)),
      instance: `urn:nia-link:request:${requestId}`,
      ...membersOf(error),
    }),
  };
};
