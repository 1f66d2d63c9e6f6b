import type { OfficeDocument } from "../../services/ports/document.ts";
import type { Canvas } from "./canvas.ts";
import type { Texts } from "./texts.ts";

/** Left margin, and the width between the margins, in points of an A4 page. */
export const LEFT = 48;
export const WIDTH = 595.28 - 2 * LEFT;

/** What every part of a page is drawn from. */
export interface Sheet {
  canvas: Canvas;
  section: PDFKit.PDFStructureElement;
  texts: Texts;
  document: OfficeDocument;
  code: string;
  deadline: string;
  createdAt: string;
}
