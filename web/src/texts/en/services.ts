import type { services as czech } from "../cs/services.ts";

export const services: typeof czech = {
  title: "Government services",
  lead: "You log in to these services with an account that is linked to NIA. A login always begins at the service: choose the Citizen Identity (NIA) and, in it, our account.",
  filter: "Search",
  search: "Name, authority or subject",
  reachable: "Only services that a security key is enough for",
  results: "Services found",
  found: (count) => (count === 1 ? "1 service fits." : `${count} services fit.`),
  none: "No such service is in the list. Try a shorter word.",
  empty: "The list of services has not been published yet.",
  provider: "Run by",
  level: "Least level of assurance",
  levels: { low: "low", substantial: "substantial", high: "high" },
  tooHigh: "A security key has the level substantial, which is not enough here. Log in with eObčanka.",
  open: "Open the service",
  opens: (name) => `${name}, opens another site`,
  source: (day) => `The list is of ${day}.`,
  toLink: "Is your account not linked to NIA yet?",
  link: "Link the account",
};
