import type { OfficeDocument } from "../../services/ports/document.ts";
import { canvasOf, createDocument } from "./canvas.ts";
import { drawPage } from "./page.ts";
import { texts } from "./texts.ts";

const collect = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });

export const printDocument = (content: OfficeDocument): Promise<Uint8Array> => {
  const { language, recipient, createdAt } = content;
  const document = createDocument(texts[language].title, recipient.name, language, new Date(createdAt));
  const bytes = collect(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const canvas = canvasOf(document);
  drawPage(canvas, root, content, "cs");
  drawPage(canvas, root, content, "en");
  root.end();
  document.end();
  return bytes;
};
