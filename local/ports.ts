import { once } from "node:events";
import { createServer } from "node:net";
import { StartFailure } from "./failure.ts";

const defaults = {
  web: 8080,
  emulator: 4566,
  nia: 8481,
  dataBox: 8482,
  metadata: 8483,
  inbox: 8484,
  certificates: 8485,
  portal: 8486,
  service: 8487,
};

export type Ports = Readonly<typeof defaults>;
export const defaultPorts: Ports = defaults;

/** Consecutive ports, so that a second product can run beside the first. */
export const portsFrom = (first: number): Ports => {
  const names = Object.keys(defaults) as (keyof Ports)[];
  return Object.fromEntries(names.map((name, index) => [name, first + index])) as Ports;
};

/** Throws `StartFailure` that names every port taken by another program. */
export const checkPorts = async (ports: Partial<Ports>): Promise<void> => {
  const entries = Object.entries(ports);
  const free = await Promise.all(entries.map(([, port]) => isFree(port)));
  const busy = entries.filter((_entry, index) => !free[index]).map(([name, port]) => `${port} (${name})`);
  if (busy.length === 0) return;
  const subject = busy.length === 1 ? `Port ${busy[0]} is` : `Ports ${busy.join(", ")} are`;
  throw new StartFailure(
    `${subject} in use: stop the program that listens there, or choose other ports with --ports-from N.`,
  );
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  await once(server.close(), "close");
  return true;
};
