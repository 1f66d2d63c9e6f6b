import type { LoginResetForm } from "../../../services/ports/document.ts";
import { type Canvas, canvasOf, colors, createDocument } from "../canvas.ts";
import { LEFT, WIDTH } from "../sheet.ts";
import { bytesOf } from "../bytes-of.ts";
import { drawEnglish } from "./english.ts";
import { type Fields, makeFields } from "./fields.ts";
import { labels, texts, title } from "./texts.ts";

type Structure = PDFKit.PDFStructureElement;

/** Changes when the form does: one that is sent in says by it which one it is. */
const EDITION = "2026-11-23T00:00:00.000Z";
const FIELD_HEIGHT = 20;
const GAP = 12;

interface Sheet {
  canvas: Canvas;
  fields: Fields;
  section: Structure;
  form: LoginResetForm;
}

const drawHead = ({ canvas, section, form }: Sheet): number => {
  canvas.decoration(() => {
    canvas.text(texts.header, LEFT, 30, 330, { size: 9, font: "bold", color: colors.blue });
    canvas.text(form.provider.name, LEFT, 30, WIDTH, { size: 9, color: colors.muted, align: "right" });
    canvas.document.rect(LEFT, 46, WIDTH, 2).fill(colors.blue);
  });
  let y = 0;
  canvas.element(section, "H1", () => {
    y = canvas.text(title, LEFT, 58, WIDTH, { size: 20, font: "bold", lineGap: 0 });
  });
  canvas.element(section, "P", () => {
    y = canvas.text(texts.lead, LEFT, y + 4, WIDTH, { size: 9.5 });
  });
  const top = y + 6;
  const style = { size: 9.5, lineGap: 2 };
  const height = 28 + canvas.heightOf(texts.consequences, WIDTH - 32, style);
  canvas.decoration(() => {
    canvas.document.rect(LEFT, top, WIDTH, height).fill(colors.warningPale);
    canvas.document.rect(LEFT, top, 4, height).fill(colors.warning);
  });
  canvas.element(section, "H2", () => {
    canvas.text(texts.consequencesTitle, LEFT + 16, top + 7, WIDTH - 32, {
      size: 10.5,
      font: "bold",
      color: colors.warning,
    });
  });
  canvas.element(section, "P", () => {
    canvas.text(texts.consequences, LEFT + 16, top + 22, WIDTH - 32, style);
  });
  return top + height + 10;
};

const drawHeading = ({ canvas, section }: Sheet, heading: string, top: number): number => {
  let y = top;
  canvas.element(section, "H2", () => {
    y = canvas.text(heading, LEFT, top, WIDTH, { size: 11, font: "bold", color: colors.blue });
  });
  return y + 2;
};

/** Fields beside one another, each as wide as its part of the line, with its label above; answers the y below. */
const drawLine = (
  { canvas, fields, section }: Sheet,
  top: number,
  parts: readonly [name: keyof typeof labels, share: number][],
): number => {
  const free = WIDTH - GAP * (parts.length - 1);
  let x = LEFT;
  for (const [name, share] of parts) {
    const width = free * share;
    const label = labels[name];
    const left = x;
    canvas.element(section, "P", () => {
      canvas.text(label, left, top, width, { size: 8.5, color: colors.muted });
    });
    fields.line(section, { name, label, x: left, y: top + 12, width, height: FIELD_HEIGHT });
    x += width + GAP;
  }
  return top + 12 + FIELD_HEIGHT + 6;
};

const drawWays = ({ canvas, fields, section, form }: Sheet, top: number): number => {
  let y = top;
  for (const [name, { label, text }] of Object.entries(texts.ways)) {
    fields.box(section, { name, label, x: LEFT, y: y + 1, width: 13, height: 13 });
    canvas.element(section, "P", () => {
      canvas.text(label, LEFT + 22, y, 108, { size: 9.5, font: "bold" });
      y = canvas.text(text(form), LEFT + 132, y, WIDTH - 132, { size: 9.5 });
    });
    y += 4;
  }
  return y + 3;
};

const drawDeclaration = ({ canvas, fields, section }: Sheet, top: number): number => {
  let y = top;
  canvas.element(section, "P", () => {
    y = canvas.text(texts.declared, LEFT, top, WIDTH, { size: 9.5 }) + 6;
  });
  const line = y + 4;
  const label = (text: string, x: number, width: number) =>
    canvas.element(section, "P", () => {
      canvas.text(text, x, line + 4, width, { size: 9.5 });
    });
  label(labels.place, LEFT, 12);
  fields.line(section, {
    name: "place",
    label: "Místo",
    x: LEFT + 16,
    y: line,
    width: 140,
    height: FIELD_HEIGHT,
  });
  label(labels.date, LEFT + 168, 26);
  fields.line(section, {
    name: "date",
    label: "Datum",
    x: LEFT + 196,
    y: line,
    width: 84,
    height: FIELD_HEIGHT,
  });
  label(texts.signature, LEFT + 296, 40);
  canvas.decoration(() => {
    canvas.document.rect(LEFT + 336, line + FIELD_HEIGHT - 1, WIDTH - 336, 0.8).fill(colors.ink);
  });
  return line + FIELD_HEIGHT + 10;
};

const drawOffice = ({ canvas, section, form }: Sheet, top: number): void => {
  const bottom = 792;
  canvas.decoration(() => {
    canvas.document
      .rect(LEFT, top, WIDTH, bottom - top)
      .lineWidth(0.8)
      .stroke(colors.line);
  });
  canvas.element(section, "P", () => {
    canvas.text(texts.office, LEFT + 8, top + 5, WIDTH - 16, { size: 8.5, color: colors.muted });
  });
  canvas.element(section, "P", () => {
    const { phones, email } = form.helpdesk;
    canvas.text(`${texts.helpdesk}  ${[...phones, email].join("   ")}`, LEFT, bottom + 8, WIDTH, { size: 9 });
  });
};

/** The request for a login reset: a page of fields in Czech, and a summary in English. */
export const printLoginResetForm = (form: LoginResetForm): Promise<Uint8Array> => {
  const document = createDocument(title, form.provider.name, "cs", new Date(EDITION));
  const bytes = bytesOf(document);
  const root = document.struct("Document");
  document.addStructure(root);
  document.addPage();
  const section = document.struct("Sect", { lang: "cs" });
  root.add(section);
  const canvas = canvasOf(document);
  const sheet: Sheet = { canvas, fields: makeFields(canvas), section, form };

  let y = drawHead(sheet);
  y = drawHeading(sheet, texts.account, y);
  y =
    drawLine(sheet, y, [
      ["username", 0.5],
      ["reason", 0.5],
    ]) + 4;
  y = drawHeading(sheet, texts.person, y);
  sheet.canvas.element(section, "P", () => {
    y = sheet.canvas.text(texts.personHint, LEFT, y, WIDTH, { size: 9 }) + 2;
  });
  y = drawLine(sheet, y, [
    ["firstName", 0.36],
    ["lastName", 0.4],
    ["birthDate", 0.24],
  ]);
  y =
    drawLine(sheet, y, [
      ["street", 0.48],
      ["city", 0.36],
      ["postalCode", 0.16],
    ]) + 4;
  y = drawHeading(sheet, texts.contact, y);
  y =
    drawLine(sheet, y, [
      ["email", 0.64],
      ["phone", 0.36],
    ]) + 4;
  y = drawHeading(sheet, texts.way, y);
  y = drawWays(sheet, y) + 2;
  y = drawHeading(sheet, texts.declaration, y);
  y = drawDeclaration(sheet, y);
  drawOffice(sheet, y);

  drawEnglish(canvas, root, form);
  root.end();
  document.end();
  return bytes;
};
