import { problems } from "../../contract/problems.ts";
import type { Answer } from "../render.ts";

const contentSecurityPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What a person sees who comes with a message that nobody may rely on. It says nothing of why. */
export const refusedPage = (language: "cs" | "en"): Answer => {
  const { status, title, detail } = problems.SamlMessageRefused;
  const content =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title[language]}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"></head>` +
    `<body><main><h1>${title[language]}</h1><p>${detail[language]}</p></main></body></html>`;
  return { text: { content, contentSecurityPolicy, status } };
};
