import { describe, expect, it } from "vitest";
import type { Sentence } from "../../web/src/texts/activity.ts";
import { activityTexts } from "../../web/src/texts/pages.ts";

const cs: Record<string, Sentence> = activityTexts.cs.sentences;
const en: Record<string, Sentence> = activityTexts.en.sentences;

describe("an event in a sentence", () => {
  it.each([
    ["login-refused", { reason: "wrong-password" }, "Přihlášení se nepodařilo: heslo bylo chybné."],
    ["logged-in", { reason: "password-and-key" }, "Přihlášení heslem a bezpečnostním klíčem."],
    ["profile-changed", { reason: "firstName, address" }, "Profil byl změněn: jméno, trvalá adresa."],
    ["confirmed", { reason: "link" }, "Potvrzení novým přihlášením: propojení s NIA."],
    ["key-added", { keyName: "Modrý" }, "Do účtu byl přidán bezpečnostní klíč „Modrý“."],
    ["key-added", {}, "Do účtu byl přidán bezpečnostní klíč."],
    [
      "verification-stopped",
      { reason: "foreigner" },
      "Ověření pro NIA bylo zastaveno: registr neuvádí české občanství.",
    ],
    [
      "completion-undone",
      { reason: "brand-new" },
      "Propojení se nepodařilo dokončit a vše bylo vráceno zpět: brand-new.",
    ],
  ])("%s %j: %s", (action, told, sentence) => {
    expect(cs[action]?.(told)).toBe(sentence);
  });

  it("is a whole sentence in both languages, with or without what it may tell of", () => {
    for (const sentences of [cs, en])
      for (const [action, sentence] of Object.entries(sentences))
        for (const told of [{}, { reason: "code" }, { keyName: "Key" }])
          expect(`${action}: ${sentence(told)}`).toMatch(/^[a-z-]+: \p{Lu}.*[^:,\s]\.$/u);
  });
});
