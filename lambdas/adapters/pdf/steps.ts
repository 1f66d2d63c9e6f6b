import { colors } from "./canvas.ts";
import { LEFT, type Sheet, WIDTH } from "./sheet.ts";

const GAP = 26;
const COLUMN = (WIDTH - GAP) / 2;
const RIGHT = LEFT + COLUMN + GAP;
const INDENT = 24;
const body = { size: 9.5, lineGap: 1.8 } as const;

type DrawMark = (item: PDFKit.PDFStructureElement, x: number, y: number, position: number) => void;

/** A list with a mark before each item; answers the y below. */
const drawList = (
  { canvas, section }: Sheet,
  title: string,
  items: string[],
  x: number,
  top: number,
  drawMark: DrawMark,
): number => {
  let y = top;
  canvas.element(section, "H2", () => {
    y = canvas.text(title, x, y, COLUMN, { size: 12, font: "bold", color: colors.blue }) + 6;
  });
  const list = canvas.element(section, "L");
  for (const [position, text] of items.entries()) {
    const item = canvas.element(list, "LI");
    drawMark(item, x, y, position);
    canvas.element(item, "LBody", () => {
      y = canvas.text(text, x + INDENT, y, COLUMN - INDENT, body) + 5;
    });
  }
  return y;
};

const drawMap = ({ canvas, section, texts, document }: Sheet, y: number): number => {
  let bottom = y;
  canvas.element(section, "P", () => {
    canvas.text(texts.map, RIGHT, y, COLUMN, { ...body, font: "bold" });
  });
  const style = { ...body, color: colors.blue, link: document.officesUrl } as const;
  const drawLink = (): void => {
    bottom = canvas.text(document.officesUrl, RIGHT, y + 13, COLUMN, style);
  };
  canvas.element(section, "Link", drawLink, texts.map);
  return bottom;
};

/** Numbered steps to the left; to the right, boxes to tick while reading what the clerk printed. */
export const drawSteps = (sheet: Sheet, top: number): number => {
  const { canvas, texts, document, code, deadline } = sheet;
  const drawNumber: DrawMark = (item, x, y, position) => {
    const style = { ...body, font: "bold", color: colors.blue } as const;
    canvas.element(item, "Lbl", () => canvas.text(`${position + 1}.`, x, y, INDENT, style));
  };
  const drawBox: DrawMark = (_, x, y) => {
    canvas.decoration(() =>
      canvas.document
        .rect(x + 1, y, 11, 11)
        .lineWidth(1)
        .stroke(colors.ink),
    );
  };
  const { name, companyNumber, dataBoxId } = document.recipient;
  const checks = texts.checks({ code, recipient: name, companyNumber, dataBoxId });
  const left = drawList(sheet, texts.stepsTitle, texts.steps(deadline), LEFT, top, drawNumber);
  const right = drawList(sheet, texts.checksTitle, checks, RIGHT, top, drawBox);
  return Math.max(left, drawMap(sheet, right + 4));
};
