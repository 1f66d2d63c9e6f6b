import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Caching } from "../contract/route.ts";

/**
 * The answer with what browsers and the edge may do with it: keep it where its route says so, else nothing. Its tag is
 * made of its bytes, so whoever holds the same is told so without them.
 */
export const keepable = (
  cache: Caching | undefined,
  { headers: asked }: Pick<APIGatewayProxyEventV2, "headers">,
  answer: APIGatewayProxyStructuredResultV2,
): APIGatewayProxyStructuredResultV2 => {
  if (cache === undefined) return { ...answer, headers: { ...answer.headers, "cache-control": "no-store" } };
  const etag = `"${createHash("sha256")
    .update(answer.body ?? "")
    .digest("base64url")
    .slice(0, 22)}"`;
  const keeping = { "cache-control": directives(cache), etag };
  if (holds(asked["if-none-match"], etag)) return { statusCode: 304, headers: keeping };
  // What everybody gets sets nobody's cookie.
  const { cookies: _cookies, ...shared } = answer;
  return { ...shared, headers: { ...answer.headers, ...keeping } };
};

const directives = ({ browser, edge, immutable }: Caching): string =>
  ["public", `max-age=${browser}`, `s-maxage=${edge}`, ...(immutable ? ["immutable"] : [])].join(", ");

/** Weakly: CloudFront marks the tag of what it compresses (RFC 9110, 13.1.2). */
const holds = (asked: string | undefined, etag: string): boolean =>
  (asked ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//u, ""))
    .some((tag) => tag === etag || tag === "*");
