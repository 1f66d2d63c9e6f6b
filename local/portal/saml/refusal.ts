import { Refused } from "../../nia/soap/refusal.ts";
import { XmlRefused } from "../../nia/xml/parse.ts";

/** A message that is not taken. `reason` is for people who look for the cause; it quotes no data. */
export class MessageRefused extends Error {
  override readonly name = "MessageRefused";
}

/** Refuses unless the condition holds. */
export function must(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new MessageRefused(reason);
}

/** Reads XML; whatever is wrong with it is a `MessageRefused`. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw new MessageRefused(error.reason);
    if (error instanceof XmlRefused) throw new MessageRefused(error.message);
    throw error;
  }
}
