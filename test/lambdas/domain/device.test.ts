import { describe, expect, it } from "vitest";
import { deviceOf } from "../../../lambdas/domain/device.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("the device of a user agent", () => {
  it.each<[string, string | undefined, string | undefined]>([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`,
      "chrome",
      "windows",
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      "edge",
      "windows",
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
      "opera",
      "macos",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "firefox", "linux"],
    [
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`,
      "chrome",
      "chromeos",
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`,
      "chrome",
      "android",
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      "samsung-internet",
      "android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      "safari",
      "ios",
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1",
      "chrome",
      "ios",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
      "safari",
      "macos",
    ],
    [`Mozilla/5.0 (Fuchsia) ${webkit} Chrome/140.0.0.0 Safari/537.36`, "chrome", undefined],
    ["Mozilla/5.0 (Windows NT 10.0) Unheard/1.0", undefined, "windows"],
    ["curl/8.14.1", undefined, undefined],
    ["My bank on Windows NT with Chrome/140", undefined, undefined],
    ["", undefined, undefined],
  ])("%s", (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({
      ...(browser === undefined ? {} : { browser }),
      ...(system === undefined ? {} : { system }),
    });
  });
});
