import { useCallback, useState } from "react";
import { type FieldCode, Problem } from "../api/problem.ts";
import { useTexts } from "../language/language.tsx";

export interface Form<F extends string> {
  values: Record<F, string>;
  set: (changes: Partial<Record<F, string>>) => void;
  /** What a text field of this name takes. */
  field: (name: F) => {
    id: string;
    value: string;
    onChange: (value: string) => void;
    error: string | undefined;
  };
  errorOf: (name: F) => string | undefined;
  /** Marks the fields that are empty; true where none is. */
  require: (...names: F[]) => boolean;
  /** Marks one field; the focus goes there. */
  mark: (name: F, code: FieldCode) => void;
  /** Marks the fields that the API refused. */
  refuse: (error: unknown, pointers: Partial<Record<string, F>>) => void;
  invalid: F[];
}

const focus = (id: string | undefined): void => {
  if (id === undefined) return;
  // After React has drawn the errors, so that they are read with the field.
  setTimeout(() => document.getElementById(id)?.focus(), 0);
};

/** Values and errors of a form. Nothing that was typed is ever lost; the first wrong field gets the focus. */
export const useForm = <F extends string>(
  initial: Record<F, string>,
  options: { prefix?: string; messages?: Partial<Record<F, string>> } = {},
): Form<F> => {
  const { errors: texts } = useTexts();
  const [values, setValues] = useState(initial);
  const [codes, setCodes] = useState<Partial<Record<F, FieldCode>>>({});
  const idOf = useCallback((name: F) => `${options.prefix ?? ""}${name}`, [options.prefix]);

  const set = useCallback((changes: Partial<Record<F, string>>) => {
    setValues((before) => ({ ...before, ...changes }));
    setCodes((before) => {
      const after = { ...before };
      for (const name of Object.keys(changes) as F[]) delete after[name];
      return after;
    });
  }, []);

  const errorOf = (name: F): string | undefined => {
    const code = codes[name];
    if (code === undefined) return undefined;
    const isAboutShape = code === "malformed" || code === "too-short";
    return (isAboutShape ? options.messages?.[name] : undefined) ?? texts.fields[code];
  };

  const markAll = (found: [F, FieldCode][]): void => {
    setCodes(Object.fromEntries(found) as Partial<Record<F, FieldCode>>);
    const first = (Object.keys(initial) as F[]).find((name) => found.some(([marked]) => marked === name));
    focus(first === undefined ? undefined : idOf(first));
  };

  const require = (...names: F[]): boolean => {
    const empty = names.filter((name) => values[name].trim() === "");
    markAll(empty.map((name) => [name, "missing"]));
    return empty.length === 0;
  };

  const mark = (name: F, code: FieldCode): void => markAll([[name, code]]);

  const refuse = (error: unknown, pointers: Partial<Record<string, F>>): void => {
    if (!(error instanceof Problem)) return;
    const found = (error.answer.errors ?? []).flatMap(({ pointer, code }): [F, FieldCode][] => {
      const name = pointers[pointer];
      return name === undefined ? [] : [[name, code]];
    });
    if (found.length > 0) markAll(found);
  };

  const field = (name: F) => ({
    id: idOf(name),
    value: values[name],
    onChange: (value: string) => set({ [name]: value } as Partial<Record<F, string>>),
    error: errorOf(name),
  });

  return { values, set, field, errorOf, require, mark, refuse, invalid: Object.keys(codes) as F[] };
};
