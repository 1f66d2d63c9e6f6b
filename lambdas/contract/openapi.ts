import * as z from "zod";
import { problems, problemType } from "./problems.ts";
import { limits } from "../domain/limits.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
};

const parameters = ({ params, query }: Route) =>
  [
    { schema: params, place: "path" },
    { schema: query, place: "query" },
  ].flatMap(({ schema, place }) =>
    Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
      name,
      in: place,
      required: place === "path" || !(value as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(value as z.ZodType, "input"),
    })),
  );

/** How an answer that may be kept says so. */
const cachingHeaders = ({ cache }: Route) =>
  cache === undefined
    ? {}
    : {
        headers: {
          "Cache-Control": { schema: { type: "string" } },
          ETag: {
            schema: { type: "string" },
            description: "With If-None-Match, an unchanged answer is a 304",
          },
        },
      };

const success = (route: Route) => ({ ...contentOf(route), ...cachingHeaders(route) });

const contentOf = ({ response, mediaType, summary }: Route) => {
  if (mediaType !== undefined)
    return {
      description: summary,
      content: { [mediaType]: { schema: { type: "string", format: "binary" } } },
    };
  if (response === undefined) return { description: summary };
  return { description: summary, content: { "application/json": { schema: schemaOf(response, "output") } } };
};

const bodyTypeOf = ({ access }: Route): string =>
  access === "saml" ? "application/x-www-form-urlencoded" : "application/json";

const securityOf = ({ access, ticket }: Route) => {
  if (access === "public") return {};
  if (access === "certificate") return { security: [{ clientCertificate: [] }] };
  if (access === "saml") return ticket === undefined ? {} : { security: [{ [`${ticket}Ticket`]: [] }] };
  if (!access.startsWith("operator:")) return { security: [{ sessionCookie: [] }, { bearerToken: [] }] };
  return { security: [{ operatorCookie: [] }], "x-operator-role": access.slice("operator:".length) };
};

const operation = (name: string, route: Route) => ({
  operationId: name,
  summary: route.summary,
  tags: [route.fn],
  ...securityOf(route),
  ...(route.access === "password-session" ? { "x-refused-session-method": "certificate" } : {}),
  ...(route.access.startsWith("confirmed:") ? { "x-confirmation": route.access.slice(10) } : {}),
  ...(route.limits === undefined
    ? {}
    : { "x-limits": route.limits.map((limit) => ({ name: limit, ...limits[limit] })) }),
  parameters: parameters(route),
  ...(route.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { [bodyTypeOf(route)]: { schema: schemaOf(route.body, "input") } },
        },
      }),
  responses: {
    [route.status]: success(route),
    ...(route.cache === undefined ? {} : { 304: { description: "What the caller holds is still so" } }),
    ...(route.limits === undefined ? {} : { 429: { $ref: "#/components/responses/TooManyRequests" } }),
    default: { $ref: "#/components/responses/Problem" },
  },
});

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "instance"],
  properties: {
    type: { type: "string", enum: Object.values(problems).map(({ slug }) => problemType(slug)) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    purpose: { type: "string", description: "What a confirmation login is needed for" },
    retryAfter: { type: "integer", description: "Seconds to wait; also in the header Retry-After" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "code"],
        properties: {
          pointer: {
            type: "string",
            description:
              "RFC 6901 from the root of the body, empty for the body itself; ?name of the query; {name} of the path",
          },
          code: { type: "string" },
        },
      },
    },
  },
};

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

/** The API as OpenAPI 3.1, made from the route table alone. */
export const openapi = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "nia-link",
      version: "1.0.0",
      description: "Links accounts of an identity provider and their security keys to NIA.",
    },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "Any failure (RFC 9457)",
          content: problemContent,
        },
        TooManyRequests: {
          description: "One of the route's limits is reached (RFC 6585)",
          headers: { "Retry-After": { description: "Seconds", schema: { type: "integer" } } },
          content: problemContent,
        },
      },
      securitySchemes: {
        sessionCookie: { type: "apiKey", in: "cookie", name: "__Host-session" },
        operatorCookie: { type: "apiKey", in: "cookie", name: "__Host-operator" },
        bearerToken: { type: "http", scheme: "bearer" },
        portalTicket: { type: "apiKey", in: "cookie", name: "__Host-portal" },
        clientCertificate: { type: "mutualTLS" },
      },
    },
  };
};
