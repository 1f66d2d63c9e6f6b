import type { OfficeDocument } from "../../services/ports/document.ts";
import { bytesOf } from "./bytes-of.ts";
import { canvasOf, createDocument } from "./canvas.ts";
import { drawPage } from "./page.ts";
import { texts } from "./texts.ts";

export const printDocument = (content: OfficeDocument): Promise<Uint8Array> => {
  const { language, recipient, createdAt } = content;
  const document = createDocument(texts[language].title, recipient.name, language, new Date(createdAt));
  const bytes = bytesOf(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const canvas = canvasOf(document);
  drawPage(canvas, root, content, "cs");
  drawPage(canvas, root, content, "en");
  root.end();
  document.end();
  return bytes;
};
