import type { Browser, System } from "../../../../lambdas/domain/device.ts";

export const devices = {
  title: "Přihlášená zařízení",
  lead: "Tady jste právě přihlášeni. Pokud některé zařízení neznáte, odhlaste ho a změňte si heslo.",
  present: "Toto zařízení",
  device: (browser: string | undefined, system: string | undefined) =>
    [browser, system].filter((part) => part !== undefined).join(", ") || "Jiné zařízení nebo aplikace",
  browsers: {
    edge: "Microsoft Edge",
    opera: "Opera",
    "samsung-internet": "Samsung Internet",
    firefox: "Firefox",
    chrome: "Chrome",
    safari: "Safari",
  } satisfies Record<Browser, string>,
  systems: {
    ios: "iPhone nebo iPad",
    android: "Android",
    windows: "Windows",
    chromeos: "ChromeOS",
    macos: "macOS",
    linux: "Linux",
  } satisfies Record<System, string>,
  methods: {
    password: "heslem",
    "password-and-key": "heslem a bezpečnostním klíčem",
    certificate: "certifikátem",
  },
  method: (method: string) => `Přihlášení ${method}`,
  since: (instant: string) => `od ${instant}`,
  lastUsed: (instant: string) => `Naposledy použito ${instant}`,
  logOut: "Odhlásit",
  loggedOut: (device: string) => `Zařízení ${device} je odhlášené.`,
  logOutOthers: "Odhlásit všechna ostatní",
  othersTitle: "Odhlásit všechna ostatní zařízení?",
  othersText: "Zůstanete přihlášeni jen tady. Rozepsané, neuložené údaje na ostatních zařízeních se ztratí.",
  othersLoggedOut: "Všechna ostatní zařízení jsou odhlášená.",
  onlyHere: "Jinde přihlášeni nejste.",
};
