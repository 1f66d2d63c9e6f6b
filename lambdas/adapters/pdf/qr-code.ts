import { create } from "qrcode";

/** Rows of modules, dark ones true. Quartile correction: a quarter of it may be creased or stained. */
export const qrModules = (text: string): boolean[][] => {
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) => Boolean(modules.get(row, column))),
  );
};

/** Draws the modules into a square; the quiet zone around it is the page's. */
export const drawQrCode = (
  document: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  side: number,
): void => {
  const rows = qrModules(text);
  const module = side / rows.length;
  for (const [row, columns] of rows.entries()) {
    for (const [column, dark] of columns.entries()) {
      if (dark) document.rect(x + column * module, y + row * module, module, module);
    }
  }
  document.fill("#000000");
};
