/** A phone as somebody says it, in E.164: nine digits are a Czech number. Undefined where it can't be one. */
export const normalPhone = (said: string): string | undefined => {
  const digits = said.replaceAll(/[\s().\-/]/gu, "").replace(/^00/u, "+");
  if (/^\+[1-9]\d{6,14}$/u.test(digits)) return digits;
  return /^[2-9]\d{8}$/u.test(digits) ? `+420${digits}` : undefined;
};
