import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import { BodyTooLarge, type InvalidField, InvalidInput, MediaTypeRefused } from "../domain/errors.ts";

/** A registration of a key with a long certificate chain is some 20 kB. */
const MAX_BODY = 128 * 1024;

/** A SAML message of 1.5 MB, escaped twice at the most. */
const MAX_FORM = 3 * 1024 * 1024;

/** What another site says by a browser: in the query of a link, or in a form. */
export type RawMessage = { binding: "redirect"; query: string } | { binding: "post"; body: string };

const escapePointer = (part: PropertyKey) => String(part).replaceAll("~", "~0").replaceAll("/", "~1");

/** Says where a field stands: from the root of the body, in the query or in the path. */
type Pointing = (path: readonly PropertyKey[]) => string;
const inBody: Pointing = (path) => path.map((part) => `/${escapePointer(part)}`).join("");
const pointings = {
  params: (path) => `{${path.map(escapePointer).join("/")}}`,
  query: (path) => `?${path.map(escapePointer).join("/")}`,
} as const satisfies Record<string, Pointing>;

const codeOf = (issue: z.core.$ZodIssue): InvalidField["code"] => {
  if (issue.code === "too_small") return "too-short";
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "invalid_type" && issue.input === undefined) return "missing";
  return "malformed";
};

const fieldsOf = (pointer: Pointing, issues: readonly z.core.$ZodIssue[]): InvalidField[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointer([...issue.path, key]),
          code: "unknown" as const,
        }))
      : [{ pointer: pointer(issue.path), code: codeOf(issue) }],
  );

const parse = (schema: z.ZodType, value: unknown, pointer: Pointing): unknown => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(fieldsOf(pointer, result.error.issues));
};

/** Path parameters or query. Throws `InvalidInput`. */
export const parsePart = (
  schema: z.ZodType | undefined,
  values: Record<string, string | undefined> | undefined,
  part: "params" | "query",
): unknown => {
  if (schema === undefined) return undefined;
  return parse(schema, values ?? {}, pointings[part]);
};

const textOf = (event: APIGatewayProxyEventV2, mediaType: string, maxLength: number): string => {
  const raw = event.body ?? "";
  if (raw.length > maxLength) throw new BodyTooLarge(`${raw.length} bytes`);
  const type = (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== mediaType) throw new MediaTypeRefused(`not ${mediaType}`);
  return event.isBase64Encoded ? Buffer.from(raw, "base64").toString("utf8") : raw;
};

/** The JSON body. Throws `BodyTooLarge`, `MediaTypeRefused`, `InvalidInput`. */
export const parseBody = (schema: z.ZodType | undefined, event: APIGatewayProxyEventV2): unknown => {
  if (schema === undefined) return undefined;
  return parse(schema, parseJson(textOf(event, "application/json", MAX_BODY)), inBody);
};

/** A message as the browser brought it, neither decoded nor put together anew. Throws `BodyTooLarge`, `MediaTypeRefused`. */
export const rawMessage = (event: APIGatewayProxyEventV2, method: string): RawMessage =>
  method === "GET"
    ? { binding: "redirect", query: event.rawQueryString }
    : { binding: "post", body: textOf(event, "application/x-www-form-urlencoded", MAX_FORM) };

/** A form that a browser has posted; a field that comes twice is refused. Throws as `parseBody` does. */
export const parseForm = (schema: z.ZodType | undefined, event: APIGatewayProxyEventV2): unknown => {
  if (schema === undefined) return undefined;
  const fields = [...new URLSearchParams(textOf(event, "application/x-www-form-urlencoded", MAX_FORM))];
  const values = Object.fromEntries(fields);
  if (Object.keys(values).length < fields.length)
    throw new InvalidInput([{ pointer: "", code: "malformed" }]);
  return parse(schema, values, inBody);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput([{ pointer: "", code: "malformed" }]);
  }
};
