/** Without case and diacritics: nobody should have to know how a name is spelt. */
const folded = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();

/** Whether a text has all the words that are searched for, in any order, case and spelling. */
export const finder = (search: string): ((text: string) => boolean) => {
  const words = folded(search).split(/\s+/u);
  return (text) => {
    const within = folded(text);
    return words.every((word) => within.includes(word));
  };
};
