import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** The 64 bits that a household or a server gets: who counts single IPv6 addresses counts nobody. */
const GROUPS_COUNTED = 4;

const groupsOf = (address: string): string[] => {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [
    ...left,
    ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0"),
    ...right,
  ];
};

/** An IPv4 address as it is, an IPv6 address by its network of 64 bits; in one spelling. */
export const networkOf = (address: string): string => {
  const plain = address.replaceAll(/[[\]]/gu, "").split("%")[0]?.toLowerCase() ?? "";
  const mapped = /^[0:]*:ffff:(\d+(?:\.\d+){3})$/u.exec(plain)?.[1];
  if (mapped !== undefined || !plain.includes(":")) return mapped ?? plain;
  const groups = groupsOf(plain).slice(0, GROUPS_COUNTED);
  return `${groups.map((group) => group.replace(/^0+(?=.)/u, "")).join(":")}::/64`;
};

/**
 * Where a request came from. Behind CloudFront the gateway sees the edge, and `CloudFront-Viewer-Address` says who
 * asked; anyone can write that header, so it is believed only of requests that have shown the edge's secret.
 */
export const sourceAddress = (event: APIGatewayProxyEventV2, throughEdge: boolean): string => {
  const told = throughEdge
    ? event.headers["cloudfront-viewer-address"]?.replace(/:\d+$/u, "")
    : event.requestContext.http?.sourceIp;
  return networkOf(told ?? "");
};
