import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { Route } from "../contract/route.ts";
import { NotFound, OriginRefused } from "../domain/errors.ts";
import { log } from "../log.ts";
import { type Answer, endpoint, type Guards, languageOf, type Request } from "./endpoint.ts";
import { problemAnswer } from "./problem.ts";

/** The code of each route of a function: one that is missing does not compile. */
export type Answers<R extends Record<string, Route>> = {
  [N in keyof R]: (request: Request<R[N]>) => Promise<Answer>;
};

/** The Lambda handler of one function of the API: its routes of the contract, and the code of each. */
export const handler = <R extends Record<string, Route>>(
  routes: R,
  answers: Answers<R>,
  settings: Guards,
) => {
  const endpoints = new Map(
    Object.entries(answers as Record<string, (request: Request<Route>) => Promise<Answer>>).map(
      ([name, answer]) => {
        const route = routes[name] as Route;
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
    log.appendKeys({ route: event.routeKey });
    try {
      const answer = await answerTo(event);
      log.info("COMPLETED", { status: answer.statusCode });
      return answer;
    } catch (error) {
      return problemAnswer(error, languageOf(event), event.requestContext.requestId);
    }
  };
};
