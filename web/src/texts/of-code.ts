/** The text of a code that the API sent; a code that this version does not know yet stands for itself. */
export const ofCode = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;
