import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

export interface Calls {
  dynamoDb: number;
  /** Calls to DynamoDB that wait for one another; those under way at once are one. Waits for counters alone are not in it. */
  roundTrips: number;
  /** Waits in which nothing but counters of limits was under way: they are the only updates. */
  limitWaits: number;
  other: number;
}

const none: Calls = { dynamoDb: 0, roundTrips: 0, limitWaits: 0, other: 0 };
let counted = { ...none };
const underWay = { all: 0, countersOnly: false };

const targetOf = (message: unknown): string =>
  String((message as { request: ClientRequest }).request.getHeader("x-amz-target"));
const isDynamoDb = (message: unknown): boolean => targetOf(message).startsWith("DynamoDB_");
const isCounter = (message: unknown): boolean => targetOf(message).endsWith(".UpdateItem");

/** A wait begins with the first call under way, and is one for counters alone until another call joins it. */
const begin = (counter: boolean): void => {
  const first = underWay.all === 0;
  if (first && counter) {
    counted.limitWaits += 1;
    underWay.countersOnly = true;
  } else if (first) counted.roundTrips += 1;
  else if (!counter && underWay.countersOnly) {
    counted.limitWaits -= 1;
    counted.roundTrips += 1;
    underWay.countersOnly = false;
  }
  underWay.all += 1;
};

subscribe("http.client.request.start", (message) => {
  if (!isDynamoDb(message)) {
    counted.other += 1;
    return;
  }
  counted.dynamoDb += 1;
  begin(isCounter(message));
});
subscribe("http.client.response.finish", (message) => {
  if (!isDynamoDb(message)) return;
  underWay.all -= 1;
  if (underWay.all === 0) underWay.countersOnly = false;
});

/** Runs something, and tells which AWS calls left this process meanwhile and how much CPU time it took, threads included. */
export const measured = async <T>(
  run: () => Promise<T>,
): Promise<{ result: T; calls: Calls; cpuMs: number }> => {
  counted = { ...none };
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, calls: counted, cpuMs: (user + system) / 1000 };
};
