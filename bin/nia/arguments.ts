import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** The command can't be carried out as it was given; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const commands = ["identify", "write", "change", "notifications"] as const;
export type CommandName = (typeof commands)[number];

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

const options = {
  "first-name": text,
  "last-name": text,
  "birth-date": text,
  "address-place": text,
  document: text,
  pseudonym: text,
  authenticator: text,
  loa: text,
  state: text,
  message: text,
  from: text,
  pages: text,
  stage: text,
  settings: text,
  "run-folder": text,
  timeout: text,
  really: flag,
  ipsts: text,
  fpsts: text,
  public: text,
  "fpsts-realm": text,
  "public-realm": text,
  "ipsts-certificate": text,
  "fpsts-certificate": text,
  key: text,
  certificate: text,
  secret: text,
  json: flag,
  trace: text,
  "trace-personal-data": flag,
  input: text,
  help: flag,
} as const;

type Flag = "really" | "json" | "trace-personal-data" | "help";
export type TextOption = Exclude<keyof typeof options, Flag>;
export type Texts = Partial<Record<TextOption, string>>;

export interface Arguments {
  /** Undefined where only the help is asked for. */
  command: CommandName | undefined;
  texts: Texts;
  flags: Record<Flag, boolean>;
}

const parsed = (given: string[]) => {
  try {
    return parseArgs({ args: given, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "unknown argument");
  }
};

const isText = (name: string): name is TextOption =>
  name in options && options[name as keyof typeof options].type === "string";

/** Texts of a JSON file, or of standard input. */
const inputOf = (file: string | undefined): Texts => {
  if (file === undefined) return {};
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch {
    throw new UsageError("--input can't be read as JSON");
  }
  if (typeof content !== "object" || content === null) throw new UsageError("--input holds no JSON object");
  for (const [name, value] of Object.entries(content))
    if (!isText(name) || typeof value !== "string")
      throw new UsageError(`--input: ${name} is no option with a text`);
  return content;
};

/** Reads the command line. Throws `UsageError`. */
export const readArguments = (given: string[]): Arguments => {
  const { values, positionals } = parsed(given);
  const { really, json, help, "trace-personal-data": personal, ...texts } = values;
  const flags = { really, json, help, "trace-personal-data": personal };
  if (help) return { command: undefined, texts: {}, flags };
  const [name, ...more] = positionals;
  const command = commands.find((one) => one === name);
  if (command === undefined || more.length > 0)
    throw new UsageError(`say one command: ${commands.join(", ")}`);
  return { command, texts: { ...inputOf(texts.input), ...texts }, flags };
};
