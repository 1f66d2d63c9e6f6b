/**
 * Takes the place of `brotli/decompress.js` in the bundles: it unpacks WOFF2 fonts, which the document does not use,
 * and its dictionary is half of what pdfkit weighs.
 */
const decompress = (): never => {
  throw new Error("Fonts of the document are TTF files");
};

export default decompress;
