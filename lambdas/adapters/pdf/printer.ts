import type { DocumentPrinter } from "../../services/ports/document.ts";

/** Prints with pdfkit: a tagged PDF/UA document with its fonts embedded. Loads pdfkit with the first document only. */
export const makeDocumentPrinter = (): DocumentPrinter => ({
  async print(content) {
    const { printDocument } = await import("./print-document.ts");
    return printDocument(content);
  },
});
