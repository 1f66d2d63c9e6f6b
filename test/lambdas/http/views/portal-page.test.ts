import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { portalPage } from "../../../../lambdas/http/views/portal-page.ts";

const message = {
  action: "https://portal.example/FPSTS/saml2/basic",
  fields: { SAMLRequest: "PHNhbWw+", RelayState: '"><script>alert(1)</script>' },
};
const { content, contentSecurityPolicy = "" } = portalPage(message, "cs");
const policy = Object.fromEntries(
  contentSecurityPolicy.split("; ").map((directive) => {
    const [name = "", ...sources] = directive.split(" ");
    return [name, sources.join(" ")];
  }),
);

describe("the page that takes the browser to the portal", () => {
  it("posts the message there, by a button where there are no scripts", () => {
    expect(content).toContain('<form method="post" action="https://portal.example/FPSTS/saml2/basic">');
    expect(content).toContain('<input type="hidden" name="SAMLRequest" value="PHNhbWw+">');
    expect(content).toMatch(/<button>Pokračovat na portál NIA<\/button>\s*<\/form>/u);
  });

  it("holds nothing but text in its fields", () => {
    expect(content.match(/<script>/gu)).toHaveLength(1);
    expect(content).toContain('value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"');
  });

  it.each([
    ["script-src", "script"],
    ["style-src", "style"],
  ])("runs and looks as it was made, and no other way: %s", (directive, element) => {
    const text = new RegExp(`<${element}>([^<]*)</${element}>`, "u").exec(content)?.[1] ?? "";
    const hash = createHash("sha256").update(text).digest("base64");
    expect(policy[directive]).toBe(`'sha256-${hash}'`);
  });

  it("sends its form to the portal alone, and stands in no frame", () => {
    expect(policy).toMatchObject({
      "default-src": "'none'",
      "form-action": "https://portal.example/FPSTS/saml2/basic",
      "frame-ancestors": "'none'",
    });
  });

  it("speaks English too", () => {
    expect(portalPage(message, "en").content).toContain('<html lang="en">');
  });
});
