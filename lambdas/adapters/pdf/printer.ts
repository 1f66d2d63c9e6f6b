import type { DocumentPrinter, FormPrinter } from "../../services/ports/document.ts";

/** Prints with pdfkit: a tagged PDF/UA document with its fonts embedded. Loads pdfkit with the first document only. */
export const makeDocumentPrinter = (): DocumentPrinter => ({
  async print(content) {
    const { printDocument } = await import("./print-document.ts");
    return printDocument(content);
  },
});

/** Makes the fillable form with pdfkit, its field font with every letter that may be typed (adr/fillable-form.md). */
export const makeFormPrinter = (): FormPrinter => ({
  async print(form) {
    const { printLoginResetForm } = await import("./login-reset/print-form.ts");
    return printLoginResetForm(form);
  },
});
