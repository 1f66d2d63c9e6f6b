import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

export interface Calls {
  dynamoDb: number;
  /** Calls to DynamoDB that wait for one another; those under way at once are one. */
  roundTrips: number;
  other: number;
}

let counted: Calls = { dynamoDb: 0, roundTrips: 0, other: 0 };
let underWay = 0;

const isDynamoDb = (message: unknown): boolean => {
  const { request } = message as { request: ClientRequest };
  return String(request.getHeader("x-amz-target")).startsWith("DynamoDB_");
};

subscribe("http.client.request.start", (message) => {
  if (!isDynamoDb(message)) {
    counted.other += 1;
    return;
  }
  counted.dynamoDb += 1;
  if (underWay === 0) counted.roundTrips += 1;
  underWay += 1;
});
subscribe("http.client.response.finish", (message) => {
  if (isDynamoDb(message)) underWay -= 1;
});

/** Runs something, and tells which AWS calls left this process meanwhile and how much CPU time it took, threads included. */
export const measured = async <T>(
  run: () => Promise<T>,
): Promise<{ result: T; calls: Calls; cpuMs: number }> => {
  counted = { dynamoDb: 0, roundTrips: 0, other: 0 };
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, calls: counted, cpuMs: (user + system) / 1000 };
};
