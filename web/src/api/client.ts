import type * as z from "zod";
import type { RouteName, Routes } from "../../../lambdas/contract/routes.ts";
import { isProblem, Problem, Unreachable } from "./problem.ts";

/** Method and path of each route; the contract's schemas are types only here. */
export type Addresses = { readonly [N in RouteName]: readonly [method: string, path: string] };

type Part<R, P extends string> = R extends Record<P, infer S extends z.ZodType> ? S : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type Out<R> = R extends { mediaType: string }
  ? Blob
  : Part<R, "response"> extends infer S extends z.ZodType
    ? z.output<S>
    : undefined;

/** What a call takes: the path's parameters, the query and the body, each only where the route has it. */
export type Input<N extends RouteName> = ("params" extends keyof Routes[N]
  ? { params: In<Part<Routes[N], "params">> }
  : unknown) &
  ("query" extends keyof Routes[N] ? { query: In<Part<Routes[N], "query">> } : unknown) &
  ("body" extends keyof Routes[N] ? { body: In<Part<Routes[N], "body">> } : unknown);

export type Output<N extends RouteName> = Out<Routes[N]>;

type Arguments<N extends RouteName> = unknown extends Input<N> ? [] : [input: Input<N>];

/** One function a route. Each throws `Problem` where the API refuses, `Unreachable` where it does not answer. */
export type Client = { readonly [N in RouteName]: (...input: Arguments<N>) => Promise<Output<N>> };

export interface ClientOptions {
  addresses: Partial<Addresses>;
  /** In which the API's answers are to be. */
  language: () => string;
  fetch: typeof fetch;
  /** Before a request is sent again, in milliseconds. */
  pause?: number;
}

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

export const makeClient = (options: ClientOptions): Client => {
  const calls = Object.entries(options.addresses).map(([name, [method, path]]) => {
    // Guests ask too who is logged in, and for them “nobody” is the answer.
    const ask = name === "session" ? send : call;
    return [name, async (input: AnyInput = {}) => await ask(options, method, path, input)];
  });
  return Object.fromEntries(calls) as Client;
};

/** The path with its parameters in place, each encoded. */
export const fillPath = (path: string, params: Record<string, string> = {}): string =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/** `?a=b`, without what is undefined; empty where nothing is left. */
const queryText = (query: Record<string, string | undefined> = {}): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
};

/**
 * A confirmation login gives the session a new cookie. What was sent with the old one was refused before anything was
 * done; by now the browser has the new one, so it is sent once more.
 */
const call = async (
  options: ClientOptions,
  method: string,
  path: string,
  input: AnyInput,
): Promise<unknown> => {
  try {
    return await send(options, method, path, input);
  } catch (error) {
    if (!isProblem(error, "not-logged-in")) throw error;
    await new Promise((resolve) => setTimeout(resolve, options.pause ?? 300));
    return await send(options, method, path, input);
  }
};

const send = async (
  { language, fetch }: ClientOptions,
  method: string,
  path: string,
  { params, query, body }: AnyInput,
): Promise<unknown> => {
  const headers = {
    accept: "application/json, application/problem+json",
    "accept-language": language(),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(fillPath(path, params) + queryText(query), request).catch((cause: unknown) => {
    throw new Unreachable("no answer", { cause });
  });
  return await read(answer);
};

const read = async (answer: Response): Promise<unknown> => {
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok) {
    if (!type.startsWith("application/problem+json")) throw new Unreachable(`status ${answer.status}`);
    throw new Problem((await answer.json()) as ConstructorParameters<typeof Problem>[0]);
  }
  if (answer.status === 204) return undefined;
  return type.startsWith("application/json") ? await answer.json() : await answer.blob();
};
