import { type Canvas, colors } from "../canvas.ts";

/** A place on the page that can be filled in. Points from the top left. */
interface Place {
  name: string;
  /** Read out, and shown as a tip. */
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Structure = PDFKit.PDFStructureElement;
/** What the types of pdfkit leave out. */
interface Inside {
  _font: { id: string; encode(text: string): unknown };
  ref(data: object): PDFKit.PDFKitReference & { end(content?: string): void };
}
const inside = (document: PDFKit.PDFDocument): Inside => document as unknown as Inside;

const PRINTED = 4;
const SIZE = 11;

/** To pdfkit a string is a name of PDF, and an object of one is text. */
const text = (value: string): object => Object(value) as object;

const codes = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).join("");
/** Latin with every letter of Europe's languages, and the signs that keyboards and programs put in by themselves. */
const ALPHABET = `${codes(0x20, 0x7e)}${codes(0xa1, 0x17f)}–—‘’‚“”„…€`;

/**
 * Fields that are filled in with a font of the document itself, so that Czech letters are there whatever fonts a reader
 * has: pdfkit embeds only what is drawn, so all that may be typed is put into the font by hand.
 */
export const makeFields = (canvas: Canvas) => {
  const { document } = canvas;
  document.font("regular").fontSize(SIZE);
  document.initForm();
  const { _font: font, ref } = inside(document);
  font.encode(ALPHABET);
  const appearance = text(`/${font.id} ${SIZE} Tf 0 g`);

  /** A field with its widget, which the structure tree leads to. */
  const place = (parent: Structure, { name, label, ...at }: Place, field: object, widget: object): void => {
    // Part of the page, so that it can be filled in by hand too.
    canvas.decoration(() => {
      document.rect(at.x, at.y, at.width, at.height).lineWidth(0.8).stroke(colors.blue);
    });
    const element = document.struct("Form", { alt: label });
    parent.add(element);
    const made = document.formField(name) as unknown as { data: Record<string, unknown> };
    document.annotate(at.x, at.y, at.width, at.height, {
      Subtype: "Widget",
      F: PRINTED,
      Parent: made,
      structParent: element,
      ...widget,
    } as PDFKit.Mixins.AnnotationOption);
    element.end();
    const kid = (document.page as unknown as { annotations: object[] }).annotations.at(-1);
    Object.assign(made.data, { TU: text(label), Kids: [kid], ...field });
  };

  return {
    line: (parent: Structure, at: Place): void =>
      place(parent, at, { FT: "Tx", DA: appearance }, { DA: appearance }),
    /** A cross where it is chosen; drawn here, for not every reader draws one itself. */
    box: (parent: Structure, at: Place): void => {
      const { width, height } = at;
      const drawn = (content: string) => {
        const stream = ref.call(document, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, width, height],
          Resources: {},
        });
        stream.end(content);
        return stream;
      };
      const cross = `q 1.4 w 3 3 m ${width - 3} ${height - 3} l 3 ${height - 3} m ${width - 3} 3 l S Q`;
      const states = { N: { Yes: drawn(cross), Off: drawn("") } };
      place(parent, at, { FT: "Btn", V: "Off" }, { AP: states, AS: "Off" });
    },
  };
};

export type Fields = ReturnType<typeof makeFields>;
