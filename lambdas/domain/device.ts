/**
 * What a browser says of itself, as far as it can be believed: since browsers have frozen their user agents, the kind
 * of browser and of system is all that they still tell, and a parser with a data base would only guess the rest.
 */
export interface Device {
  browser?: Browser;
  system?: System;
}

export const browsers = ["edge", "opera", "samsung-internet", "firefox", "chrome", "safari"] as const;
export type Browser = (typeof browsers)[number];

export const systems = ["ios", "android", "windows", "chromeos", "macos", "linux"] as const;
export type System = (typeof systems)[number];

// The first that fits: each browser also names those that it is compatible with.
const browserSigns: readonly [Browser, RegExp][] = [
  ["edge", /\bEdg(?:A|iOS)?\//],
  ["opera", /\b(?:OPR|OPT|OPiOS)\//],
  ["samsung-internet", /\bSamsungBrowser\//],
  ["firefox", /\b(?:Firefox|FxiOS)\//],
  ["chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ["safari", /\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//],
];

const systemSigns: readonly [System, RegExp][] = [
  ["ios", /\b(?:iPhone|iPad|iPod)\b/],
  ["android", /\bAndroid\b/],
  ["windows", /\bWindows NT\b/],
  ["chromeos", /\bCrOS\b/],
  ["macos", /\bMacintosh\b/],
  ["linux", /\bLinux\b/],
];

const first = <T>(signs: readonly [T, RegExp][], text: string): T | undefined =>
  signs.find(([, sign]) => sign.test(text))?.[0];

/** The device of a user agent. What is no browser, or says nothing known, stays unknown. */
export const deviceOf = (userAgent: string): Device => {
  if (!userAgent.startsWith("Mozilla/5.0 (")) return {};
  const browser = first(browserSigns, userAgent);
  const system = first(systemSigns, userAgent);
  return { ...(browser === undefined ? {} : { browser }), ...(system === undefined ? {} : { system }) };
};
