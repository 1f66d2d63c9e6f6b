import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type RouteName, routes } from "../../lambdas/contract/routes.ts";
import { type Calls, measured } from "./calls.ts";

type Handler = (event: APIGatewayProxyEventV2, context: object) => Promise<APIGatewayProxyStructuredResultV2>;

export interface Sample extends Calls {
  name: string;
  cpuMs: number;
}

export interface Question {
  params?: Record<string, string>;
  body?: object;
  query?: Record<string, string>;
  /** What the gateway says of the connection. */
  requestContext?: object;
  /** Another name and status than the route's own. */
  as?: { name: string; status: number };
}

/** The bundled functions of the API behind the contract's routes, with the cookie of a browser; each call is a sample. */
export const makeApi = async (functionsFolder: string, origin: string, originSecret: string) => {
  const handlers = new Map<string, Handler>();
  for (const fn of new Set(Object.values(routes).map((route) => route.fn))) {
    const { handler } = (await import(pathToFileURL(join(functionsFolder, fn, "index.mjs")).href)) as {
      handler: Handler;
    };
    handlers.set(fn, handler);
  }
  const samples: Sample[] = [];
  let cookie: string | undefined;

  const ask = async <T = Record<string, never>>(
    name: RouteName,
    { params, query, requestContext, body, as }: Question = {},
  ): Promise<T> => {
    const route = routes[name];
    const event = {
      routeKey: `${route.method} ${route.path}`,
      headers: { origin, "x-origin-secret": originSecret, "content-type": "application/json" },
      requestContext: { requestId: name, ...requestContext },
      ...(cookie === undefined ? {} : { cookies: [cookie] }),
      ...(params === undefined ? {} : { pathParameters: params }),
      ...(query === undefined ? {} : { queryStringParameters: query }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    } as unknown as APIGatewayProxyEventV2;
    const run = async () => await handlers.get(route.fn)?.(event, { awsRequestId: name });
    const { result, calls, cpuMs } = await measured(run);
    if (result?.statusCode !== (as?.status ?? route.status))
      throw new Error(`${name}: ${JSON.stringify(result)}`);
    samples.push({ name: as?.name ?? name, cpuMs, ...calls });
    cookie = result.cookies?.[0]?.split(";")[0] ?? cookie;
    const { location } = result.headers ?? {};
    if (location !== undefined) return { location } as T;
    return (result.isBase64Encoded === true ? {} : JSON.parse(result.body ?? "{}")) as T;
  };
  return {
    ask,
    samples,
    forgetCookie: () => {
      cookie = undefined;
    },
    /** The account that the cookie's token belongs to. */
    accountId: () =>
      Buffer.from(cookie?.split("=")[1] ?? "", "base64url")
        .subarray(0, 16)
        .toString("hex"),
  };
};

export type Api = Awaited<ReturnType<typeof makeApi>>;
