/** Text that is HTML already. */
export interface Markup {
  readonly markup: string;
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** HTML with every value in it escaped unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | Markup)[]): Markup => ({
  markup: parts.reduce((text, part, index) => text + shown(values[index - 1] ?? "") + part),
});

const shown = (value: string | Markup): string => (typeof value === "string" ? escape(value) : value.markup);

export const raw = (markup: string): Markup => ({ markup });

export const join = (list: readonly Markup[]): Markup => raw(list.map(({ markup }) => markup).join(""));
