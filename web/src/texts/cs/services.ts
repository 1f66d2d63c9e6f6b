import { czechCount } from "../plural.ts";

export const services = {
  title: "Služby veřejné správy",
  lead: "K těmto službám se přihlásíte účtem, který je propojen s NIA. Přihlášení začíná vždy u služby: zvolíte Identitu občana a v ní náš účet.",
  filter: "Hledání",
  search: "Název, úřad nebo o co jde",
  reachable: "Jen služby, do kterých stačí bezpečnostní klíč",
  results: "Nalezené služby",
  found: (count: number) => `Hledání odpovídá: ${czechCount(count, "služba", "služby", "služeb")}.`,
  none: "Taková služba v seznamu není. Zkuste kratší slovo.",
  empty: "Seznam služeb ještě nebyl zveřejněn.",
  provider: "Provozuje",
  level: "Nejnižší úroveň záruky",
  levels: { low: "nízká", substantial: "značná", high: "vysoká" },
  tooHigh: "Bezpečnostní klíč má úroveň značná, sem nestačí. Přihlaste se eObčankou.",
  open: "Otevřít službu",
  opens: (name: string) => `${name}, otevře jinou stránku`,
  source: (day: string) => `Seznam platný od ${day}.`,
  toLink: "Ještě nemáte účet propojený s NIA?",
  link: "Propojit účet",
};
