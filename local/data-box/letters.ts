import { gzipSync } from "node:zlib";
import type { Attachment, Letter } from "./message.ts";

/** Box of the authority that the office's answers come from. */
export const SENDER_BOX = "jjqjqih";
/** Some other authority's box: nobody's allow-list has it. */
export const OTHER_BOX = "xx9simu";

export const attachment = (
  name: string,
  mimeType: string,
  metaType: Attachment["metaType"],
  content: string | Uint8Array,
): Attachment => ({ name, mimeType, metaType, contentBase64: Buffer.from(content).toString("base64") });

const plainFile = (text: string): Attachment => attachment("zprava.txt", "text/plain", "main", text);
const xmlFile = (content: string | Uint8Array): Attachment =>
  attachment("udaje.xml", "text/xml", "main", content);

/** A letter of the authority; whatever differs is given. */
export const letter = (parts: Partial<Letter>): Letter => ({
  senderBoxId: SENDER_BOX,
  sender: "Digitální a informační agentura (simulace)",
  senderAddress: "Na Vápence 915/14, 13000 Praha 3, CZ",
  senderType: 10,
  annotation: "Poskytnutí referenčních údajů z registru obyvatel jiné osobě",
  senderRefNumber: null,
  files: [plainFile("Zpráva bez příloh.")],
  seal: "valid",
  large: false,
  suspicious: false,
  ...parts,
});

const LAUGHS = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

/** Letters that a box may hold besides answers (isds.md, 9). */
export const presets: Readonly<
  Record<string, () => readonly (Partial<Letter> & { deliveredAt?: string })[]>
> = {
  system: () => [
    {
      senderBoxId: "aaaaaaa",
      sender: "Informační systém datových schránek",
      senderType: 0,
      annotation: "Upozornění na překročení limitu volání",
      files: [plainFile("Z vaší schránky přichází příliš mnoho volání.")],
    },
  ],
  large: () => [{ annotation: "Velkoobjemová zpráva", large: true }],
  spam: () => [
    {
      senderBoxId: OTHER_BOX,
      sender: "Výhra s. r. o.",
      senderType: 20,
      annotation: "Vyhráli jste",
      suspicious: true,
    },
  ],
  "doctype-attachment": () => [
    { files: [xmlFile('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>')] },
  ],
  "entity-bomb": () => [{ files: [xmlFile(`<!DOCTYPE a [<!ENTITY l0 "ha">${LAUGHS}]><a>&l12;</a>`)] }],
  "zip-bomb": () => [{ files: [xmlFile(gzipSync(Buffer.alloc(50_000_000)))] }],
  /** Both half past two of the night that has it twice. */
  "autumn-night": () => [
    { annotation: "Půl třetí letního času", deliveredAt: "2026-10-25T02:30:00.000+02:00" },
    { annotation: "Půl třetí zimního času", deliveredAt: "2026-10-25T02:30:00.000+01:00" },
  ],
};
