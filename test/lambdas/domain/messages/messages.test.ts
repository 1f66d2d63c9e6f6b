import { describe, expect, it } from "vitest";
import { languages } from "../../../../lambdas/domain/account.ts";
import { czech } from "../../../../lambdas/domain/messages/czech.ts";
import { MessageFactMissing, pages } from "../../../../lambdas/domain/messages/letter.ts";
import { makeMessageTexts, renderMessage, renderSms } from "../../../../lambdas/domain/messages/messages.ts";
import type { MessageTemplate } from "../../../../lambdas/domain/records.ts";

const sender = {
  appOrigin: "https://app.example.cz",
  provider: "Příklad, z. s. p. o.",
  helpdesk: { phones: ["+420 600 000 001"], email: "help@example.cz" },
};
const facts = {
  username: "zofie.n",
  pin: "123456",
  link: "0123.secret",
  contact: "z•••a@e•••.cz",
  keyName: "Modrý klíč",
  daysLeft: "7",
  deadline: "2027-02-21T09:00:00.000Z",
  reason: "person-not-found",
};
const templates = Object.keys(czech) as MessageTemplate[];
const every = templates.flatMap((template) => languages.map((language) => ({ template, language })));
const pinned = templates.filter((template) => template.endsWith("-pin"));
const inSms = ["phone-pin", "confirmation-pin", "contact-pin", "reset-pin", "two-factor-reset-phone-pin"];
const callUs = ["two-factor-reset-phone-pin", "two-factor-reset-too-soon", "two-factor-reset"];
const unknownOwner = ["email-pin", "phone-pin", "email-has-account", "contact-pin"];
const addresses = Object.values(pages)
  .map((page) => sender.appOrigin + page)
  .concat(["reset-password", "new-password"].map((page) => `${sender.appOrigin}/${page}#${facts.link}`));
const linked: readonly MessageTemplate[] = ["password-reset", "login-reset"];

describe.each(every)("$template in $language", ({ template, language }) => {
  const { subject, text, html } = renderMessage(template, language, facts, sender);

  it("leaves nothing unfilled", () => {
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{|\{\{|%s/u);
      expect(part.trim()).not.toBe("");
    }
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(subject).not.toContain("\n");
  });

  it("greets, and by the username only who is known to be its owner", () => {
    expect(text).toMatch(language === "cs" ? /^Dobrý den,/u : /^Hello[ ,]/u);
    expect(text.includes("zofie.n")).toBe(!unknownOwner.includes(template));
    expect(html.includes("zofie.n")).toBe(!unknownOwner.includes(template));
  });

  it("links to the app only, the same in text and HTML", () => {
    const inText = [...text.matchAll(/https?:\S+/gu)].map(([address]) => address);
    const inHtml = [...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address);
    expect(inText).toEqual(inHtml);
    expect(addresses).toEqual(expect.arrayContaining(inText));
    expect(inText.length).toBe(pinned.includes(template) ? 0 : 1);
  });

  it("tells a PIN where it is one of a PIN, and nowhere else; never in the subject", () => {
    expect(text.includes("123456")).toBe(pinned.includes(template));
    expect(html.includes(">123456<")).toBe(pinned.includes(template));
    expect(subject).not.toContain("123456");
  });

  it("says who sends it and who helps", () => {
    for (const part of [text, html]) {
      expect(part).toContain(sender.provider);
      expect(part).toContain("+420 600 000 001, help@example.cz");
    }
  });

  it("is HTML in its language with a title and one heading", () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<img|src=|http-equiv/u);
  });

  it("fits into one SMS of the GSM alphabet", () => {
    const sms = renderSms(template, language, facts, sender);
    expect(sms).toMatch(/^[A-Za-z0-9 .,:;?!/@()+=*#%&'"<>-]{1,160}$/u);
    expect(sms.includes("123456")).toBe(inSms.includes(template));
    expect(sms.includes("+420600000001")).toBe(callUs.includes(template));
  });
});

describe("facts", () => {
  it.each(pinned)("%s is not sent without its PIN", (template) => {
    expect(() => renderMessage(template, "cs", { username: "zofie.n" }, sender)).toThrow(MessageFactMissing);
  });

  it("an SMS with a PIN is not sent without it", () => {
    expect(() => renderSms("phone-pin", "cs", {}, sender)).toThrow(MessageFactMissing);
  });

  it.each([
    ["password-reset", "https://app.example.cz/reset-password#0123.secret"],
    ["login-reset", "https://app.example.cz/new-password#0123.secret"],
  ] as const)(
    "%s is not sent without the end of its link, a fragment that no server sees",
    (template, link) => {
      expect(() => renderMessage(template, "cs", {}, sender)).toThrow(MessageFactMissing);
      expect(renderMessage(template, "cs", facts, sender).text).toContain(link);
      expect(renderSms(template, "cs", facts, sender)).not.toContain("secret");
    },
  );

  it.each(templates.filter((template) => !pinned.includes(template) && !linked.includes(template)))(
    "%s can do without all of them",
    (template) => {
      for (const language of languages) {
        expect(renderMessage(template, language, {}, sender).text).not.toContain("undefined");
      }
    },
  );

  it.each([
    ["1", "poslední den", "one day"],
    ["2", "ještě 2 dny", "2 days"],
    ["4", "ještě 4 dny", "4 days"],
    ["7", "ještě 7 dní", "7 days"],
    ["14", "ještě 14 dní", "14 days"],
  ])("%s days left are %s, %s", (daysLeft, inCzech, inEnglish) => {
    expect(renderMessage("reminder", "cs", { daysLeft }, sender).text).toContain(inCzech);
    expect(renderMessage("reminder", "en", { daysLeft }, sender).text).toContain(inEnglish);
  });

  it("a deadline is a day in Prague", () => {
    expect(renderMessage("verification-created", "cs", facts, sender).text).toMatch(/do 21\.\s2\.\s2027\./u);
  });

  it.each(["not-me", "foreigner", "person-ambiguous", "key-refused", "nia-unavailable"])(
    "the reason %s has a sentence of its own, and an unknown one the general one",
    (reason) => {
      for (const language of languages) {
        const general = renderMessage("stopped", language, { reason: "toString" }, sender).text;
        expect(renderMessage("stopped", language, { reason }, sender).text).not.toBe(general);
      }
    },
  );

  it("values are escaped in HTML and kept on one line", () => {
    const nasty = { username: "a<b>&\"'", keyName: "<script>\r\nBcc: x" };
    const { text, html } = makeMessageTexts(sender).mail("key-added", "cs", nasty);
    expect(html).toContain("a&lt;b&gt;&amp;&quot;&#39;");
    expect(html).toContain("&lt;script&gt; Bcc: x");
    expect(html).not.toContain("<script>");
    expect(text).toContain("<script> Bcc: x");
  });

  it("the address of the app is left out of an SMS that it would make too long", () => {
    const far = { ...sender, appOrigin: `https://${"app.".repeat(40)}example.cz` };
    expect(makeMessageTexts(far).sms("linked", "cs", facts)).toBe("Propojeni s NIA bylo dokonceno.");
    expect(makeMessageTexts(sender).sms("linked", "cs", facts)).toBe(
      "Propojeni s NIA bylo dokonceno. https://app.example.cz",
    );
  });
});
