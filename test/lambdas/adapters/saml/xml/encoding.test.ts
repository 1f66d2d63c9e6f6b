import { expect, it } from "vitest";
import {
  decodeBase64,
  deflate,
  encodeBase64,
  inflate,
} from "../../../../../lambdas/adapters/saml/xml/encoding.ts";

it("both encodings give the text back", () => {
  expect(decodeBase64(encodeBase64("žluť"), 100).toString()).toBe("žluť");
  expect(inflate(deflate("žluť"), 100).toString()).toBe("žluť");
});

it("base64 may be broken into lines", () => {
  expect(decodeBase64("AAAA\r\nBBBB\n", 100)).toHaveLength(6);
});

it.each([
  ["of another alphabet", "AA-_", "not base64"],
  ["with spaces", "AA AA", "not base64"],
  ["of a wrong length", "AAA", "not base64"],
  ["with padding inside", "AA==AAAA", "not base64"],
  ["that is empty", "", "not base64"],
  ["that is too long", "A".repeat(104), "too large"],
])("base64 %s is refused", (_, text, why) => {
  expect(() => decodeBase64(text, 100)).toThrow(why);
});

it("what would grow too large is not inflated", () => {
  expect(() => inflate(deflate("x".repeat(1_000_000)), 10_000)).toThrow("too large");
  expect(() => inflate("AAAA", 10_000)).toThrow("not deflated");
});
