import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { SettingsInvalid, merge, parseSettings, readStage } from "../../lib/stage.ts";
import { rawSettings } from "./support/synthesis.ts";

describe("merge", () => {
  it("merges objects by key and replaces anything else", () => {
    const base = { a: { b: 1, c: [1, 2] }, d: "d" };
    expect(merge(base, { a: { c: [3] }, e: null })).toEqual({ a: { b: 1, c: [3] }, d: "d", e: null });
    expect(base).toEqual({ a: { b: 1, c: [1, 2] }, d: "d" });
  });
});

describe("readStage", () => {
  const contextOf = (over: object) =>
    new App({ context: { stages: { local: rawSettings("local") }, ...over } }).node;

  it("reads the stage of the context, and over it the file that settings names", () => {
    const file = join(mkdtempSync(join(tmpdir(), "nia-link-settings-")), "settings.json");
    writeFileSync(file, JSON.stringify({ durations: { verification: "PT5M", reminders: ["PT1M"] } }));
    const { name, settings } = readStage(contextOf({ stage: "local", settings: file }));
    expect(name).toBe("local");
    expect(settings.durations).toMatchObject({ verification: 300, reminders: [60], sessionIdle: 1800 });
    expect(settings.app.rpId).toBe("localhost");
  });

  it.each([{}, { stage: "production" }])("asks for a stage where %j names none", (over) => {
    expect(() => readStage(contextOf(over))).toThrow(SettingsInvalid);
  });
});

describe("parseSettings", () => {
  it("has the product's durations where a stage says nothing", () => {
    const { durations } = parseSettings("prod", rawSettings("prod"));
    const days = 86_400;
    expect(durations).toMatchObject({
      verification: 90 * days,
      reminders: [14 * days, 7 * days, days],
      sessionIdle: 1800,
      sessionAbsolute: 43_200,
      registration: days,
      niaRetry: 3 * days,
    });
  });

  it("pins both roots of the FIDO metadata unless told", () => {
    expect(parseSettings("dev", rawSettings("dev")).metadata.roots).toHaveLength(2);
  });

  it.each([
    ["an unknown setting", { colour: "red" }, /colour/],
    ["a duration that is none", { durations: { verification: "90 days" } }, /90 days is not a duration/],
    ["no time at all", { durations: { niaRetry: "PT0S" } }, /PT0S is not a duration/],
    ["a poll of half a minute", { durations: { dataBoxPoll: "PT30S" } }, /whole minutes/],
    ["a reminder after the deadline", { durations: { reminders: ["P91D"] } }, /before the deadline/],
    [
      "an origin with a path",
      { app: { origins: ["https://nia-link-dev.example.cz/app"] } },
      /is not an origin/,
    ],
    ["an origin outside the relying party", { app: { rpId: "example.com" } }, /not the host of every origin/],
    ["a certificate that is none", { nia: { stsCertificates: { ipsts: ["hello"] } } }, /no certificate/],
    [
      "metadata of another portal than logins go to",
      { portal: { metadataUrl: "https://nia.identita.gov.cz/FPSTS/metadata.xml" } },
      /at another host than portal.url/,
    ],
    ["another box than the printed one", { dataBox: { boxId: "zzzzzzz" } }, /printed document/],
    ["a sender that SES does not know", { mail: { from: "a@example.com" } }, /verified identity/],
    [
      "CloudFront elsewhere",
      { app: { domain: { name: "other.example.cz", certificateArn: "arn:x" } } },
      /CloudFront/,
    ],
  ])("refuses %s", (_what, over, message) => {
    const parse = () => parseSettings("dev", rawSettings("dev", over));
    expect(parse).toThrow(SettingsInvalid);
    expect(parse).toThrow(message);
  });
});
