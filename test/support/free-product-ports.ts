import { type Ports, portsFrom } from "../../local/ports.ts";
import { freePorts } from "./free-port.ts";

/** A free port for each part of a product. */
export const freeProductPorts = async (): Promise<Ports> => {
  const names = Object.keys(portsFrom(0));
  const free = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, free[index]])) as unknown as Ports;
};
