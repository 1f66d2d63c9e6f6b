import type { AuthenticatorState, Nia } from "../../lambdas/services/ports/nia.ts";

/** The `Nia` port in memory: what it holds, and a hook before each call that may throw. */
export interface MemoryNia extends Nia {
  readonly held: Map<string, AuthenticatorState>;
  readonly calls: string[];
  pseudonym: string;
  /** After the call has taken effect: throw, and the caller never learns of it. */
  after: (call: string) => void;
  before: (call: string) => void;
}

export const memoryNia = (): MemoryNia => {
  const nia: MemoryNia = {
    held: new Map(),
    calls: [],
    pseudonym: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01",
    before: () => undefined,
    after: () => undefined,
    identify: async () => around("identify", () => ({ pseudonym: nia.pseudonym, correlationId: "C1" })),
    writeAuthenticator: async ({ authenticatorId, state }) =>
      around("write", () => {
        if (nia.held.has(authenticatorId)) return { outcome: "already-exists" };
        nia.held.set(authenticatorId, state);
        return { outcome: "registered" };
      }),
    changeAuthenticator: async ({ authenticatorId, state }) =>
      around(`change ${state}`, () => {
        if (!nia.held.has(authenticatorId)) return { outcome: "no-such-record" };
        nia.held.set(authenticatorId, state);
        return { outcome: "changed" };
      }),
    notifications: async () => ({ notifications: [], unreadable: [], more: false }),
  };
  const around = <T>(call: string, effect: () => T): T => {
    nia.before(call);
    nia.calls.push(call);
    const result = effect();
    nia.after(call);
    return result;
  };
  return nia;
};
