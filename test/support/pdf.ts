import { inflateSync } from "node:zlib";

/** A PDF as written by pdfkit, read just far enough to see what is printed in it. */
export interface ReadPdf {
  /** The objects that are no streams, as they stand. */
  objects: string;
  /** Per page, the printed words in drawing order. */
  pages: string[];
  /** Per page, the filled squares as [x, y, side], y from the top. */
  squares: [number, number, number][][];
}

const streamPattern = /(\d+) 0 obj\n(<<(?:(?!endobj)[^])*?>>)\nstream\n([^]*?)\nendstream/gu;

const fontMaps = (objects: Map<string, string>, text: string): Map<string, Map<string, string>> => {
  const maps = new Map<string, Map<string, string>>();
  for (const [, name = "", font = ""] of text.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const toUnicode =
      new RegExp(`\\n${font} 0 obj\\n<<(?:(?!endobj)[^])*?/ToUnicode (\\d+) 0 R`, "u").exec(text)?.[1] ?? "";
    const characters = new Map<string, string>();
    const cmap = objects.get(toUnicode) ?? "";
    for (const [, first = "", , list = ""] of cmap.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/gu)) {
      for (const [at, [, hex = ""]] of [...list.matchAll(/<([\w ]+)>/gu)].entries()) {
        const glyph = (Number.parseInt(first, 16) + at).toString(16).padStart(4, "0");
        characters.set(glyph, Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
      }
    }
    maps.set(name, characters);
  }
  return maps;
};

const printedText = (content: string, fonts: Map<string, Map<string, string>>): string => {
  let characters: Map<string, string> | undefined;
  const words: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<\w*>|[-\d. ])*)\] TJ/gu)) {
    if (font !== undefined) characters = fonts.get(font);
    const glyphs = (shown ?? "").replaceAll(/<(\w*)>|[-\d. ]+?(?=<|$)/gu, "$1").match(/\w{4}/gu) ?? [];
    words.push(glyphs.map((glyph) => characters?.get(glyph) ?? "\ufffd").join(""));
  }
  return words.join(" ").replaceAll(/\s+/gu, " ");
};

const squaresOf = (content: string): [number, number, number][] =>
  [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) \3 re$/gmu)].map(([, x, y, side]) => [
    Number(x),
    Number(y),
    Number(side),
  ]);

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const text = Buffer.from(bytes).toString("latin1");
  const streams = new Map<string, string>();
  for (const [, id = "", dictionary = "", data = ""] of text.matchAll(streamPattern)) {
    const raw = Buffer.from(data, "latin1");
    streams.set(id, (dictionary.includes("FlateDecode") ? inflateSync(raw) : raw).toString("latin1"));
  }
  const objects = text.replaceAll(/stream\n[^]*?\nendstream/gu, "");
  const fonts = fontMaps(streams, objects);
  const contents = [...objects.matchAll(/\/Type \/Page\n(?:(?!endobj)[^])*?\/Contents (\d+) 0 R/gu)].map(
    ([, id = ""]) => streams.get(id) ?? "",
  );
  return {
    objects,
    pages: contents.map((content) => printedText(content, fonts)),
    squares: contents.map(squaresOf),
  };
};
