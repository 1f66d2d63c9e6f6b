import "./styles/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { currentLanguage } from "./language/current.ts";
import { LanguageProvider } from "./language/language.tsx";
import { loadTexts } from "./texts/texts.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("no root element");

const language = currentLanguage();
const texts = await loadTexts(language);
createRoot(root).render(
  <StrictMode>
    <LanguageProvider initial={language} initialTexts={texts}>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
