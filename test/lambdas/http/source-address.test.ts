import { describe, expect, it } from "vitest";
import { networkOf, sourceAddress } from "../../../lambdas/http/source-address.ts";
import { anEvent } from "./events.ts";

describe("the network of an address", () => {
  it.each([
    ["198.51.100.10", "198.51.100.10"],
    ["::ffff:198.51.100.10", "198.51.100.10"],
    ["0:0:0:0:0:ffff:198.51.100.10", "198.51.100.10"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", ""],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("where a request came from", () => {
  const told = (viewer: string, throughEdge: boolean) =>
    sourceAddress(anEvent("GET /", { headers: { "cloudfront-viewer-address": viewer } }), throughEdge);

  it.each([
    ["198.51.100.10:46532", "198.51.100.10"],
    ["2001:db8:1:2:3:4:5:6:46532", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::6]:46532", "2001:db8:1:2::/64"],
  ])("is what CloudFront says: %s", (viewer, address) => {
    expect(told(viewer, true)).toBe(address);
  });

  it("is not what anyone else writes into that header", () => {
    expect(told("198.51.100.10:46532", false)).toBe("192.0.2.7");
  });

  it("is one and the same for all of whom CloudFront says nothing", () => {
    expect(sourceAddress(anEvent("GET /"), true)).toBe("");
  });
});
