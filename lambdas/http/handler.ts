import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { FunctionName, Route } from "../contract/route.ts";
import { type RouteName, type Routes, routes } from "../contract/routes.ts";
import { NotFound, OriginRefused } from "../domain/errors.ts";
import { log } from "../log.ts";
import { type Answer, endpoint, type Guards, languageOf, type Request } from "./endpoint.ts";
import { problemAnswer } from "./problem.ts";

/** The names of the routes of one function. */
type NamesOf<F extends FunctionName> = { [N in RouteName]: Routes[N]["fn"] extends F ? N : never }[RouteName];

/** The code of each route of a function: one that is missing does not compile. */
export type Answers<F extends FunctionName> = {
  [N in NamesOf<F>]: (request: Request<Routes[N]>) => Promise<Answer>;
};

export interface ApiSettings extends Guards {
  /** What the edge says of itself; undefined where the API stands alone. */
  originSecret: string | undefined;
}

/** The Lambda handler of one function of the API. */
export const handler = <F extends FunctionName>(fn: F, answers: Answers<F>, settings: ApiSettings) => {
  const endpoints = new Map(
    Object.entries(answers as Record<string, (request: Request<Route>) => Promise<Answer>>).map(
      ([name, answer]) => {
        const route: Route = routes[name as RouteName];
        return [`${route.method} ${route.path}`, endpoint(route, answer)];
      },
    ),
  );

  const answerTo = async (event: APIGatewayProxyEventV2) => {
    const { originSecret } = settings;
    if (originSecret !== undefined && event.headers["x-origin-secret"] !== originSecret)
      throw new OriginRefused("not through the edge");
    const found = endpoints.get(event.routeKey);
    if (found === undefined) throw new NotFound(event.routeKey);
    return await found(event, settings);
  };

  return async (
    event: APIGatewayProxyEventV2,
    context: Context,
  ): Promise<APIGatewayProxyStructuredResultV2> => {
    log.addContext(context);
    log.appendKeys({ fn, route: event.routeKey });
    try {
      const answer = await answerTo(event);
      log.info("COMPLETED", { status: answer.statusCode });
      return answer;
    } catch (error) {
      return problemAnswer(error, languageOf(event), event.requestContext.requestId);
    }
  };
};
