import { describe, expect, it } from "vitest";
import { refusedPage, servicePage } from "../../../../lambdas/http/views/service-page.ts";

const form = (url: string) =>
  servicePage({ binding: "post", url, fields: { SAMLResponse: "PHNhbWw+", RelayState: '"<&' } }, "cs").text;

describe("the page that takes an answer to the service", () => {
  it("posts it to where it goes and nowhere else, every value escaped", () => {
    const { content = "", contentSecurityPolicy = "" } = form("https://nia.example/acs?a=1&b=2") ?? {};
    expect(content).toContain('action="https://nia.example/acs?a=1&#38;b=2"');
    expect(content).toContain('name="RelayState" value="&#34;&#60;&#38;"');
    expect(contentSecurityPolicy.split("; ")).toContain("form-action https://nia.example/acs");
  });

  it("lets no address add to the policy", () => {
    const { contentSecurityPolicy = "" } = form("https://nia.example/acs;script-src *,'unsafe-inline'") ?? {};
    expect(contentSecurityPolicy).toContain(
      "form-action https://nia.example/acs%3bscript-src%20*%2c%27unsafe-inline%27;",
    );
  });
});

describe("the page of a message that nobody may rely on", () => {
  it.each(["cs", "en"] as const)("says what to do and nothing of why, in %s", (language) => {
    const { content, contentSecurityPolicy, status } = refusedPage(language).text ?? {};
    expect(status).toBe(400);
    expect(content).toContain(`<html lang="${language}">`);
    expect(content).not.toMatch(/<form|<script/u);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; style-src 'sha256-/u);
  });
});
