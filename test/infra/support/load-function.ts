import { pathToFileURL } from "node:url";

// Loads a bundle as Lambda does, and prints which of the given variables it read: `node load-function.ts <file> <names>`.
const [file, names = ""] = process.argv.slice(2);
const declared = names.split(",");
const read = new Set<string>();
process.env = new Proxy(process.env, {
  get: (target, name) => {
    if (declared.includes(String(name))) read.add(String(name));
    return target[String(name)];
  },
});
const { handler } = (await import(pathToFileURL(file ?? "").href)) as { handler?: unknown };
console.log(JSON.stringify({ handler: typeof handler, read: [...read].toSorted() }));
