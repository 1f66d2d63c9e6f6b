/**
 * Takes the place of `brotli/decompress.js` in the bundles: it unpacks WOFF2 fonts, which the document does not use,
 * and its dictionary is half of what pdfkit weighs.
 */
const decompress = (): never => {
  throw new Error("Fonts of the document are TTF files");
};

// fontkit imports the default of the module that this one stands for.
// oxlint-disable-next-line import/no-default-export
export default decompress;
