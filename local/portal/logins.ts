import { randomBytes } from "node:crypto";
import type { AuthnRequest } from "./requests/authn-request.ts";
import type { Level } from "./saml/names.ts";
import type { ProviderKeys, ServiceProvider } from "./service-providers.ts";

/** A request that somebody is logging in for. */
export interface Login {
  readonly id: string;
  readonly request: AuthnRequest;
  readonly relayState: string | undefined;
  readonly serviceProvider: ServiceProvider;
  readonly keys: ProviderKeys;
}

/** Who is logged in at the portal in one browser, and what they decided about each service provider. */
export interface Session {
  readonly id: string;
  readonly residentId: string;
  readonly level: Level;
  readonly authenticatedAt: Date;
  readonly consents: Map<string, boolean>;
  /** By service provider: the SessionIndex it was told. */
  readonly indexes: Map<string, string>;
}

const MOST = 1000;

/** What the portal remembers while it runs; the oldest goes first. */
export class Remembered<T extends { readonly id: string }> {
  readonly #all = new Map<string, T>();

  add(made: Omit<T, "id">): T {
    const one = { ...made, id: randomBytes(16).toString("base64url") } as T;
    const [oldest] = this.#all.keys();
    if (this.#all.size >= MOST && oldest !== undefined) this.#all.delete(oldest);
    this.#all.set(one.id, one);
    return one;
  }

  get(id: string | null | undefined): T | undefined {
    return this.#all.get(id ?? "");
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  list(): T[] {
    return [...this.#all.values()];
  }

  clear(): void {
    this.#all.clear();
  }
}
