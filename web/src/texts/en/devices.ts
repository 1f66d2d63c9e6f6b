import type { devices as czech } from "../cs/devices.ts";

export const devices: typeof czech = {
  title: "Devices",
  lead: "You are logged in here now. If you don't know a device, log it out and change your password.",
  present: "This device",
  device: (browser, system) =>
    [browser, system].filter((part) => part !== undefined).join(", ") || "Another device or application",
  browsers: {
    edge: "Microsoft Edge",
    opera: "Opera",
    "samsung-internet": "Samsung Internet",
    firefox: "Firefox",
    chrome: "Chrome",
    safari: "Safari",
  },
  systems: {
    ios: "iPhone or iPad",
    android: "Android",
    windows: "Windows",
    chromeos: "ChromeOS",
    macos: "macOS",
    linux: "Linux",
  },
  methods: {
    password: "with the password",
    "password-and-key": "with the password and security key",
    certificate: "with a certificate",
  },
  method: (method) => `Logged in ${method}`,
  since: (instant) => `since ${instant}`,
  lastUsed: (instant) => `Last used ${instant}`,
  logOut: "Log out",
  loggedOut: (device) => `The device ${device} is logged out.`,
  logOutOthers: "Log out all others",
  othersTitle: "Log out all other devices?",
  othersText: "You stay logged in here only. What is typed and not saved on the others will be lost.",
  othersLoggedOut: "All other devices are logged out.",
  onlyHere: "You are logged in nowhere else.",
};
