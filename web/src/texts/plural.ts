const rules = new Intl.PluralRules("cs");

/** A number with the form of the noun that Czech wants after it. */
export const czechCount = (count: number, one: string, few: string, many: string): string => {
  const form = { one, few, many, other: many, zero: many, two: few }[rules.select(count)];
  return `${count}\u00a0${form}`;
};

export const daysLeft = (days: number): string =>
  `${rules.select(days) === "few" ? "zbývají" : "zbývá"} ${czechCount(days, "den", "dny", "dní")}`;
