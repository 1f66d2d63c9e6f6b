const UNITS = [
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How long to wait in words, rounded up: `za 12 minut`, `in 12 minutes`. */
export const waitText = (seconds: number, language: "cs" | "en"): string => {
  const [unit, length] = UNITS.find(([, size]) => seconds > size) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat(language).format(Math.ceil(seconds / length), unit);
};
