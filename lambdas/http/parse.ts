import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import { BodyTooLarge, type InvalidField, InvalidInput, MediaTypeRefused } from "../domain/errors.ts";

/** A registration of a key with a long certificate chain is some 20 kB. */
const MAX_BODY = 128 * 1024;

const escapePointer = (part: PropertyKey) => String(part).replaceAll("~", "~0").replaceAll("/", "~1");
const pointer = (prefix: string, path: readonly PropertyKey[]) =>
  [prefix, ...path.map(escapePointer)].join("/");

const codeOf = (issue: z.core.$ZodIssue): InvalidField["code"] => {
  if (issue.code === "too_small") return "too-short";
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "invalid_type" && issue.input === undefined) return "missing";
  return "malformed";
};

const fieldsOf = (prefix: string, issues: readonly z.core.$ZodIssue[]): InvalidField[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointer(prefix, [...issue.path, key]),
          code: "unknown" as const,
        }))
      : [{ pointer: pointer(prefix, issue.path), code: codeOf(issue) }],
  );

const parse = (schema: z.ZodType, value: unknown, prefix: string): unknown => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(fieldsOf(prefix, result.error.issues));
};

/** Path parameters or query. Throws `InvalidInput`. */
export const parsePart = (
  schema: z.ZodType | undefined,
  values: Record<string, string | undefined> | undefined,
  part: "params" | "query",
): unknown => {
  if (schema === undefined) return undefined;
  const decoded = Object.entries(values ?? {}).map(([name, value]) => [name, value]);
  return parse(schema, Object.fromEntries(decoded), `?${part}`);
};

/** The JSON body. Throws `BodyTooLarge`, `MediaTypeRefused`, `InvalidInput`. */
export const parseBody = (schema: z.ZodType | undefined, event: APIGatewayProxyEventV2): unknown => {
  if (schema === undefined) return undefined;
  const raw = event.body ?? "";
  if (raw.length > MAX_BODY) throw new BodyTooLarge(`${raw.length} bytes`);
  const type = (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new MediaTypeRefused("not application/json");
  const text = event.isBase64Encoded ? Buffer.from(raw, "base64").toString("utf8") : raw;
  return parse(schema, parseJson(text), "");
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput([{ pointer: "", code: "malformed" }]);
  }
};
