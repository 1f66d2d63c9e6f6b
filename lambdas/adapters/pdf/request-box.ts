import { type Canvas, colors, type TextStyle } from "./canvas.ts";
import { LEFT, type Sheet, WIDTH } from "./sheet.ts";
import { drawQrCode } from "./qr-code.ts";
import { serviceName } from "./texts.ts";

const PADDING = 14;
const BAND = 24;
const LABEL_WIDTH = 118;
const QR_SIDE = 92;
/** White around the QR code: four of its modules, as readers need. */
const QUIET = 18;

const label: TextStyle = { size: 9.5, color: colors.muted };
const value: TextStyle = { size: 10.5, font: "bold" };
const note: TextStyle = { size: 9, color: colors.muted };

const postalCode = (text: string): string => text.replace(/^(\d{3})(\d{2})$/u, "$1 $2");

const recipientLine = ({ texts, document: { recipient } }: Sheet): string => {
  const { address } = recipient;
  const place = address ? `, ${address.street}, ${postalCode(address.postalCode)} ${address.city}` : "";
  return `${texts.companyNumber} ${recipient.companyNumber}${place}`;
};

interface Rows {
  canvas: Canvas;
  list: PDFKit.PDFStructureElement;
}

/** Label to the left, its lines to the right; answers the y below. */
const drawRow = ({ canvas, list }: Rows, name: string, lines: [string, TextStyle][], y: number): number => {
  const x = LEFT + PADDING;
  let bottom = y;
  const item = canvas.element(list, "LI");
  canvas.element(item, "Lbl", () => canvas.text(name, x, y + 1, LABEL_WIDTH - 10, label));
  canvas.element(item, "LBody", () => {
    for (const [text, style] of lines) {
      bottom = canvas.text(text, x + LABEL_WIDTH, bottom, WIDTH - 2 * PADDING - LABEL_WIDTH, style) + 1;
    }
  });
  return bottom + 7;
};

const drawRows = (sheet: Sheet, top: number): number => {
  const { canvas, section, texts, document } = sheet;
  const { recipient } = document;
  const rows = { canvas, list: canvas.element(section, "L") };
  let y = drawRow(
    rows,
    texts.service,
    [
      [serviceName, value],
      [texts.serviceNote, note],
    ],
    top,
  );
  y = drawRow(rows, texts.scope, [[texts.scopeValue, value]], y);
  y = drawRow(
    rows,
    texts.recipient,
    [
      [recipient.name, value],
      [recipientLine(sheet), { size: 10 }],
    ],
    y,
  );
  return drawRow(rows, texts.dataBox, [[recipient.dataBoxId, { ...value, characterSpacing: 0.6 }]], y);
};

const drawCode = ({ canvas, section, texts, code }: Sheet, top: number): number => {
  const x = LEFT + PADDING;
  const width = WIDTH - 2 * PADDING - QR_SIDE - QUIET;
  canvas.decoration(() => {
    canvas.document
      .moveTo(x, top)
      .lineTo(LEFT + WIDTH - PADDING, top)
      .lineWidth(0.6)
      .stroke(colors.line);
  });
  canvas.element(section, "P", () => {
    canvas.text(texts.message, x, top + 18, width, { ...label, size: 10.5, color: colors.ink });
    canvas.text(code, x, top + 35, width, { size: 34, font: "bold", characterSpacing: 2, lineGap: 0 });
    canvas.text(texts.messageNote, x, top + 83, width, note);
  });
  canvas.element(
    section,
    "Figure",
    () => drawQrCode(canvas.document, code, LEFT + WIDTH - QUIET - QR_SIDE, top + QUIET, QR_SIDE),
    texts.qr(code),
  );
  return top + QUIET + QR_SIDE + QUIET;
};

/** The box that the clerk works from: service, scope, recipient, and the code for "Zpráva pro příjemce". */
export const drawRequest = (sheet: Sheet, top: number): number => {
  const { canvas, section, texts } = sheet;
  canvas.decoration(() => {
    canvas.document.rect(LEFT, top, WIDTH, BAND).fill(colors.blue);
  });
  canvas.element(section, "H2", () => {
    canvas.document
      .font("bold")
      .fontSize(11)
      .fillColor("#ffffff")
      .text(texts.requestTitle, LEFT + PADDING, top + 6);
  });
  const bottom = drawCode(sheet, drawRows(sheet, top + BAND + 12) + 4);
  canvas.decoration(() => {
    canvas.document
      .rect(LEFT, top, WIDTH, bottom - top)
      .lineWidth(1.2)
      .stroke(colors.blue);
  });
  return bottom;
};
