import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A value that outlives the process: a JSON file replaced whole, so that a crash leaves the old one or the new one. */
export interface StateFile<T> {
  read(): T | undefined;
  write(value: T): void;
}

/** Without a path nothing is kept. */
export function stateFile<T>(path: string | undefined): StateFile<T> {
  if (path === undefined) return { read: () => undefined, write: () => undefined };
  return {
    read: () => (existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : undefined),
    write(value) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}
