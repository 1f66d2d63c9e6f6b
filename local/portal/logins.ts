import { randomBytes } from "node:crypto";
import type { Exchange } from "./http.ts";
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

/** A question to an identity provider that waits for its answer. */
export interface HubQuestion {
  readonly id: string;
  readonly login: Login;
  readonly requestId: string;
  readonly askedAt: Date;
}

/** A logout that goes on when the identity provider has logged the person out too, or could not. */
export interface HubLogout {
  readonly id: string;
  readonly requestId: string;
  readonly goOn: (exchange: Exchange) => void;
}

/** How another identity provider calls the person and their login. */
export interface HubSession {
  readonly nameId: string;
  readonly sessionIndex: string;
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
  /** Where the person logged in by way of another identity provider. */
  readonly hub?: HubSession;
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
