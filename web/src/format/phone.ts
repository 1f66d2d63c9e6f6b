/** ITU calling codes of one and two digits; all others have three. */
const shortCodes = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])(?=\d)/u;

/** A phone number in groups of three: `+420 601 234 567`. */
export const formatPhone = (phone: string): string => {
  const code = shortCodes.exec(phone)?.[0] ?? phone.slice(0, 4);
  const groups = phone.slice(code.length).match(/\d{1,3}/gu) ?? [];
  return [code, ...groups].join("\u00a0");
};

/** What a person typed as E.164. Nine digits alone are a Czech number. */
export const normalizePhone = (typed: string): string => {
  const squeezed = typed.replaceAll(/[\s().\-/]/gu, "").replace(/^00/u, "+");
  return /^\d{9}$/u.test(squeezed) ? `+420${squeezed}` : squeezed;
};
