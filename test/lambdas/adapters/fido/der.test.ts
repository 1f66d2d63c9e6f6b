import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readElement, readElements } from "../../../../lambdas/adapters/fido/der.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

describe("readElement", () => {
  it.each([
    ["a short length", "04 02 aabb cc", "04", "aabb", "cc"],
    ["a length of one more octet", `04 81 80 ${"11".repeat(128)}`, "04", "11".repeat(128), ""],
    ["a length of two more octets", `30 82 0100 ${"00".repeat(256)} 05`, "30", "00".repeat(256), "05"],
    ["a tag of several octets", "bf8458 02 0500", "bf8458", "0500", ""],
    ["an empty value", "05 00", "05", "", ""],
  ])("reads %s", (_, bytes, tag, value, rest) => {
    const element = readElement(hex(bytes));
    expect([element.tag, element.value.toString("hex"), element.rest.toString("hex")]).toEqual([
      tag,
      value,
      rest,
    ]);
  });

  it.each([
    ["nothing", ""],
    ["a tag alone", "04"],
    ["a tag that does not end", "bf84"],
    ["a value that is cut off", "04 03 aabb"],
    ["a length that is cut off", "04 82 01"],
    ["an indefinite length", "30 80 0000"],
    ["a length of five octets", "04 85 0000000001 aa"],
  ])("refuses %s", (_, bytes) => {
    expect(() => readElement(hex(bytes))).toThrow(RangeError);
  });

  it("ends with elements or a RangeError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          const elements = readElements(Buffer.from(bytes));
          return elements.reduce((sum, { value }) => sum + value.length, 0) <= bytes.length;
        } catch (error) {
          return error instanceof RangeError;
        }
      }),
    );
  });
});
