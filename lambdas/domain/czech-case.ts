/**
 * The registry of residents writes in capitals; people don't. What stands here turns a value in capitals into the way
 * Czech writes it, as well as that can be told without a dictionary. A value not in capitals is left as it is.
 */

const lower = (text: string): string => text.toLocaleLowerCase("cs");

const capitalized = (word: string): string => {
  const [first = "", ...rest] = Array.from(word);
  return first.toLocaleUpperCase("cs") + lower(rest.join(""));
};

/** No letter of it is small, and at least one is large. */
export const isInCapitals = (text: string): boolean =>
  /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replaceAll("ß", ""));

/** A word among the words, hyphens, spaces and dots of a value. */
interface Word {
  text: string;
  /** What stands between it and the word before it; undefined at the start of the value. */
  before: string | undefined;
  previous: string;
  /** What stands between it and the next word; undefined at the end of the value. */
  after: string | undefined;
  next: string;
}

const eachWord = (value: string, write: (word: Word) => string): string => {
  const tokens = value.split(/([\p{L}\p{M}\p{N}'’]+)/u);
  const word = (at: number): string => lower(tokens[at] ?? "");
  return tokens
    .map((text, at) => {
      if (at % 2 === 0) return text;
      const before = at === 1 ? undefined : tokens[at - 1];
      const after = at === tokens.length - 2 ? undefined : tokens[at + 1];
      return write({ text, before, previous: word(at - 2), after, next: word(at + 2) });
    })
    .join("");
};

const inCapitalsOnly =
  (write: (word: Word) => string) =>
  (value: string): string =>
    isInCapitals(value) ? eachWord(value, write) : value;

const gluedPrefixes = new Set(["o", "d", "l", "m", "n", "dell", "dall", "degl", "sant"]);

/** O'Brien and D'Angelo, but Luk'janov; McDonald, but Mchedlidze. */
const nameWord = (text: string): string => {
  const [, prefix = "", mark = "", rest = ""] = /^(.*?)(['’])(.+)$/u.exec(text) ?? [];
  if (gluedPrefixes.has(lower(prefix))) return capitalized(prefix) + mark + capitalized(rest);
  if (/^MC(?!HE|HI)\p{L}{3}/u.test(text)) return `Mc${capitalized(text.slice(2))}`;
  return capitalized(text);
};

const openingParticles = new Set("von van zu zum zur de der den del della da dos af av ter ten".split(" "));
const innerParticles = new Set("von zu zum zur de der den del della da dos z ze a und y".split(" "));

const isParticle = ({ text, before, previous, after, next }: Word): boolean => {
  if (after !== " ") return false;
  const word = lower(text);
  if (before === undefined) return openingParticles.has(word);
  if (before !== " ") return false;
  return (
    innerParticles.has(word) || (word === "la" && previous === "de") || (word === "van" && next === "der")
  );
};

/** First names: every word with a capital, so that Vietnamese `VAN HUNG` is no `van Hung`. */
export const firstNameCase = inCapitalsOnly(({ text }) => nameWord(text));

/** Last names: particles of nobility small (`von der Leyen`, `Kinský z Vchynic`), numerals after a name as they are. */
export const lastNameCase = inCapitalsOnly((word) => {
  if (isParticle(word)) return lower(word.text);
  if (word.before === " " && word.after === undefined && /^I{2,3}$|^IV$/u.test(word.text)) return word.text;
  return nameWord(word.text);
});

const prepositions = new Set(
  "nad pod u v ve na za před při po k ke ku o od do mezi z ze s se bez a i proti".split(" "),
);
const districts = new Set("město venkov střed sever jih západ východ".split(" "));
const streetNouns = new Set("ulice náměstí třída nábřeží sídliště alej cesta most sady".split(" "));
const openingStreetNouns = new Set("ulice náměstí třída nábřeží".split(" "));
const abbreviations = new Set("ČSA ČSLA SNP TGM OSN USA ČR".split(" "));
const roman = /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/u;

const isWord = (text: string): boolean => /^\p{L}{2}|^[aiouvkszAIOUVKSZ]$/u.test(text);

/** Between two words of one name, as `nad` is in Ústí nad Labem. Before a dot it is an initial, in front a beginning. */
const isInnerPreposition = ({ text, before, after, next }: Word): boolean =>
  prepositions.has(lower(text)) && before?.trim() === "" && after?.trim() === "" && isWord(next);

const placeWord = (word: Word): string => {
  const { text, before } = word;
  if (isInnerPreposition(word)) return lower(text);
  if (abbreviations.has(text) || (before !== undefined && roman.test(text))) return text;
  if (before === "-" && districts.has(lower(text))) return lower(text);
  return /^\p{N}/u.test(text) ? lower(text) : capitalized(text);
};

/** Names of towns and their parts: Ústí nad Labem, Brno-město, Frýdek-Místek. */
export const cityCase = inCapitalsOnly(placeWord);

/** Č. p. 12, č. ev. 3: not the initials of anyone. */
const isNumberSign = ({ text, previous, next }: Word): boolean =>
  (text === "Č" && /^(?:p|ev)$/u.test(next)) || (/^(?:P|EV)$/u.test(text) && previous === "č");

/** Streets with number: náměstí Míru, Husova třída, 28. října, T. G. Masaryka. */
export const streetCase = inCapitalsOnly((word) => {
  const { text, before, previous } = word;
  if (isNumberSign(word)) return lower(text);
  if (before === undefined && openingStreetNouns.has(lower(text))) return lower(text);
  if (before === " " && streetNouns.has(lower(text))) return lower(text);
  if (before === ". " && /^\p{N}+$/u.test(previous)) return lower(text);
  return placeWord(word);
});
