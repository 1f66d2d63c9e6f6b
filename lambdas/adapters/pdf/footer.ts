import { colors } from "./canvas.ts";
import { LEFT, type Sheet, WIDTH } from "./sheet.ts";

const HEIGHT = 92;
const HALF = (WIDTH - 16) / 2;

const drawOwner = ({ canvas, section, texts, document }: Sheet, top: number): void => {
  const x = LEFT + 14;
  const width = HALF - 28;
  canvas.decoration(() => {
    canvas.document.roundedRect(LEFT, top, HALF, HEIGHT, 4).fill(colors.pale);
  });
  canvas.element(section, "H2", () => {
    canvas.text(texts.ownerTitle, x, top + 10, width, { size: 11, font: "bold" });
  });
  const lines: [string, string][] = [
    [texts.username, document.username],
    [texts.contacts, `${document.maskedEmail}, ${document.maskedPhone}`],
    [texts.keys, document.keyNames.join(", ")],
  ];
  const list = canvas.element(section, "L");
  for (const [position, [name, value]] of lines.entries()) {
    const y = top + 29 + position * 16;
    const height = position === lines.length - 1 ? 26 : 11;
    const item = canvas.element(list, "LI");
    canvas.element(item, "Lbl", () => canvas.text(name, x, y, 84, { size: 9, color: colors.muted }));
    canvas.element(item, "LBody", () => {
      canvas.text(value, x + 88, y, width - 88, { size: 9.5, font: "bold", height });
    });
  }
};

const drawWarning = ({ canvas, section, texts }: Sheet, top: number): void => {
  const left = LEFT + HALF + 16;
  canvas.decoration(() => {
    canvas.document.rect(left, top, HALF, HEIGHT).fill(colors.warningPale);
    canvas.document.rect(left, top, 4, HEIGHT).fill(colors.warning);
  });
  canvas.element(section, "H2", () => {
    canvas.text(texts.warningTitle, left + 18, top + 10, HALF - 32, {
      size: 11,
      font: "bold",
      color: colors.warning,
    });
  });
  canvas.element(section, "P", () => {
    canvas.text(texts.warning, left + 18, top + 30, HALF - 32, { size: 9.5, lineGap: 2 });
  });
};

/** At the foot of the page: whose sheet it is, the warning, and where to get help. */
export const drawFooter = (sheet: Sheet, top: number): void => {
  const { canvas, section, texts, document, createdAt } = sheet;
  drawOwner(sheet, top);
  drawWarning(sheet, top);
  const y = top + HEIGHT + 22;
  const { phones, email } = document.helpdesk;
  canvas.decoration(() => {
    canvas.document.rect(LEFT, y - 8, WIDTH, 0.6).fill(colors.line);
  });
  canvas.element(section, "P", () => {
    const contacts = [...phones, email].join("   ");
    canvas.text(`${texts.helpdesk}  ${contacts}`, LEFT, y, WIDTH - 130, { size: 9, height: 24 });
    canvas.text(`${texts.createdAt} ${createdAt}`, LEFT, y, WIDTH, {
      size: 9,
      color: colors.muted,
      align: "right",
    });
  });
};
