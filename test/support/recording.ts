/**
 * The same port with a note of every call: name and, of what is read or written, kind and number. Two calls that note
 * the same took the same way, whatever they found there.
 */
export const recording = <T extends object>(port: T, name: string, calls: string[]): T =>
  new Proxy(port, {
    get: (target, method, receiver) => {
      const value: unknown = Reflect.get(target, method, receiver);
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        calls.push([name, String(method), describe(String(method), args)].join(" ").trim());
        return Reflect.apply(value, target, args);
      };
    },
  });

const describe = (method: string, [first]: unknown[]): string => {
  if (method === "get") return String(first);
  if (method === "commit") return `${(first as unknown[]).length} writes`;
  return "";
};
