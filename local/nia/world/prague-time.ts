const prague = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Prague",
  dateStyle: "short",
  timeStyle: "medium",
});

/** Local time as .NET writes it: no zone, decimals of the second with their trailing zeros cut. */
export function localInPrague(at: Date): string {
  const decimals = (at.getTime() % 1000).toString().padStart(3, "0").replace(/0+$/, "");
  return `${prague.format(at).replace(" ", "T")}${decimals === "" ? "" : `.${decimals}`}`;
}
