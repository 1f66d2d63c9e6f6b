import type { LoginResetForm } from "../../../services/ports/document.ts";
import { type Canvas, colors } from "../canvas.ts";
import { LEFT, WIDTH } from "../sheet.ts";
import { texts } from "./texts.ts";

/** The second page: what the form is, how to fill it in and where to send it. */
export const drawEnglish = (canvas: Canvas, root: PDFKit.PDFStructureElement, form: LoginResetForm): void => {
  const { title, paragraphs, ways, helpdesk } = texts.english;
  canvas.document.addPage();
  const section = canvas.document.struct("Sect", { lang: "en" });
  root.add(section);
  let y = 0;
  canvas.decoration(() => {
    canvas.document.rect(LEFT, 46, WIDTH, 2).fill(colors.blue);
  });
  canvas.element(section, "H1", () => {
    y = canvas.text(title, LEFT, 60, WIDTH, { size: 20, font: "bold", lineGap: 0 }) + 12;
  });
  for (const paragraph of paragraphs)
    canvas.element(section, "P", () => {
      y = canvas.text(paragraph, LEFT, y, WIDTH, { size: 11, lineGap: 3 }) + 8;
    });
  const list = canvas.element(section, "L");
  for (const way of ways(form)) {
    const item = canvas.element(list, "LI");
    canvas.element(item, "Lbl", () => canvas.text("•", LEFT + 6, y, 10, { size: 11 }));
    canvas.element(item, "LBody", () => {
      y = canvas.text(way, LEFT + 18, y, WIDTH - 18, { size: 11, lineGap: 3 }) + 6;
    });
  }
  canvas.element(section, "P", () => {
    const { phones, email } = form.helpdesk;
    canvas.text(`${helpdesk}  ${[...phones, email].join("   ")}`, LEFT, y + 8, WIDTH, { size: 11 });
  });
};
