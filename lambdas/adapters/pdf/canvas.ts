import Pdf from "pdfkit";
import { type FontName, typeset, readFont } from "./fonts.ts";

export const colors = {
  ink: "#1b1b1b",
  muted: "#4d5560",
  blue: "#1d4f91",
  pale: "#eaf1fa",
  line: "#b9c6d8",
  warning: "#8a5a00",
  warningPale: "#fff6e0",
} as const;
type Color = (typeof colors)[keyof typeof colors];

export interface TextStyle {
  size: number;
  font?: FontName;
  color?: Color;
  align?: "left" | "right" | "center";
  lineGap?: number;
  characterSpacing?: number;
  /** At most so high; what is longer ends with an ellipsis. */
  height?: number;
  link?: string;
}

type Structure = PDFKit.PDFStructureElement;

/** A page of absolute places, in points from the top left, and the structure that a screen reader follows. */
export interface Canvas {
  document: PDFKit.PDFDocument;
  /** An element of the structure inside of another one; what is drawn in it belongs to it. */
  element(parent: Structure, type: string, draw?: () => void, alternative?: string): Structure;
  /** What is there for the eye only. */
  decoration(draw: () => void): void;
  /** Draws a text and answers the y below it. */
  text(text: string, x: number, y: number, width: number, style: TextStyle): number;
  heightOf(text: string, width: number, style: TextStyle): number;
}

export const createDocument = (title: string, author: string, language: string, createdAt: Date) => {
  const document = new Pdf({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    font: "",
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language,
    subset: "PDF/UA" as never,
    info: {
      Title: title,
      Author: author,
      Creator: "nia-link",
      Producer: "nia-link",
      CreationDate: createdAt,
    },
  });
  document.registerFont("regular", readFont("regular"));
  document.registerFont("bold", readFont("bold"));
  return document;
};

export const canvasOf = (document: PDFKit.PDFDocument): Canvas => {
  const prepare = ({ size, font = "regular", color = colors.ink, ...style }: TextStyle, width: number) => {
    document.font(font).fontSize(size).fillColor(color);
    return {
      width,
      align: style.align ?? "left",
      lineGap: style.lineGap ?? 1.5,
      characterSpacing: style.characterSpacing ?? 0,
      ...(style.height !== undefined && { height: style.height, ellipsis: true }),
      ...(style.link !== undefined && { link: style.link, underline: true }),
    };
  };
  return {
    document,
    element(parent, type, draw, alternative) {
      const options = alternative === undefined ? {} : { alt: alternative };
      const element = draw ? document.struct(type, options, [draw]) : document.struct(type, options);
      parent.add(element);
      return element;
    },
    decoration(draw) {
      document.markContent("Artifact", { type: "Layout" });
      draw();
      document.endMarkedContent();
    },
    text(text, x, y, width, style) {
      const options = prepare(style, width);
      document.text(typeset(text), x, y, options);
      return document.y;
    },
    heightOf(text, width, style) {
      return document.heightOfString(typeset(text), prepare(style, width));
    },
  };
};
