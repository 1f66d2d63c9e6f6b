import { describe, expect, it } from "vitest";
import { iconOf } from "../../../../lambdas/adapters/fido/icon.ts";

const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from("picture")]);
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>');
const uri = (mediaType: string, bytes: Buffer) => `data:${mediaType};base64,${bytes.toString("base64")}`;

describe("the icon of a statement", () => {
  it("is named after its contents", () => {
    const [one, same] = [iconOf(uri("image/png", png)), iconOf(`${uri("image/png", png)}\n`)];
    expect(one).toEqual({ name: expect.any(String), mediaType: "image/png", base64: png.toString("base64") });
    expect(same).toEqual(one);
    expect(iconOf(uri("image/svg+xml", svg))).toMatchObject({ mediaType: "image/svg+xml" });
    expect(iconOf(uri("image/svg+xml", svg))?.name).not.toBe(one?.name);
  });

  it.each([
    ["nothing", ""],
    ["an address elsewhere", "https://example.com/icon.png"],
    ["of another kind", uri("text/html", Buffer.from("<script>"))],
    ["a PNG that is none", uri("image/png", Buffer.from("GIF89a"))],
    ["an SVG that is none", uri("image/svg+xml", Buffer.from("<html>"))],
    ["too large", uri("image/png", Buffer.concat([png, Buffer.alloc(200_000)]))],
  ])("is none when it is %s", (_, text) => {
    expect(iconOf(text)).toBeUndefined();
  });
});
