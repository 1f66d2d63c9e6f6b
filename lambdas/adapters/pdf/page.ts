import { dayInPrague } from "../../domain/day.ts";
import { formatCode } from "../../domain/identification-code.ts";
import type { Language } from "../../domain/account.ts";
import type { OfficeDocument } from "../../services/ports/document.ts";
import { type Canvas, colors } from "./canvas.ts";
import { drawFooter } from "./footer.ts";
import { drawRequest } from "./request-box.ts";
import { LEFT, type Sheet, WIDTH } from "./sheet.ts";
import { drawSteps } from "./steps.ts";
import { texts } from "./texts.ts";

const drawHeader = ({ canvas, texts: words, document }: Sheet): void => {
  canvas.decoration(() => {
    canvas.text(words.product, LEFT, 30, 330, { size: 9, font: "bold", color: colors.blue });
    canvas.text(words.page, LEFT, 30, WIDTH, { size: 9, color: colors.muted, align: "right" });
    canvas.text(document.recipient.name, LEFT, 42, 330, { size: 9, color: colors.muted, height: 12 });
    canvas.document.rect(LEFT, 58, WIDTH, 2).fill(colors.blue);
  });
};

const drawTitle = ({ canvas, section, texts: words, deadline }: Sheet): number => {
  const side = 138;
  const width = WIDTH - side - 14;
  let bottom = 0;
  canvas.element(section, "H1", () => {
    bottom = canvas.text(words.title, LEFT, 74, width, { size: 20, font: "bold", lineGap: 0 });
  });
  canvas.element(section, "P", () => {
    bottom = canvas.text(words.lead, LEFT, bottom + 6, width, { size: 10, lineGap: 2 });
  });
  canvas.decoration(() => {
    canvas.document.roundedRect(LEFT + WIDTH - side, 74, side, 52, 4).fill(colors.pale);
  });
  canvas.element(section, "P", () => {
    const x = LEFT + WIDTH - side + 10;
    canvas.text(words.deadline, x, 82, side - 20, { size: 9, color: colors.muted });
    canvas.text(deadline, x, 97, side - 20, { size: 14, font: "bold", color: colors.blue });
  });
  return Math.max(bottom, 126) + 12;
};

/** One page: everything of the sheet in one language. */
export const drawPage = (
  canvas: Canvas,
  root: PDFKit.PDFStructureElement,
  document: OfficeDocument,
  language: Language,
): void => {
  canvas.document.addPage();
  const section = canvas.document.struct("Sect", { lang: language });
  root.add(section);
  const sheet: Sheet = {
    canvas,
    section,
    texts: texts[language],
    document,
    code: formatCode(document.code),
    deadline: dayInPrague(document.deadline, language),
    createdAt: dayInPrague(document.createdAt, language),
  };
  drawHeader(sheet);
  const top = drawTitle(sheet);
  const middle = drawRequest(sheet, top);
  const bottom = drawSteps(sheet, middle + 16);
  drawFooter(sheet, Math.max(bottom + 10, 676));
};
