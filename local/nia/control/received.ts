import type { EndpointName } from "../services/service.ts";

/** A request as it is remembered: ids and outcomes, no secrets and no personal data. */
export interface ReceivedRequest {
  readonly at: string;
  readonly endpoint: EndpointName;
  readonly transaction?: string;
  readonly messageId?: string;
  /** What the caller was told. */
  readonly outcome: string;
  /** Why it was refused: this the real service would not tell. */
  readonly reason?: string;
  readonly fault?: string;
}

const KEPT = 300;

/** The last requests, newest first. */
export class ReceivedRequests {
  #list: ReceivedRequest[] = [];

  add(request: ReceivedRequest): void {
    this.#list = [request, ...this.#list].slice(0, KEPT);
  }

  list(): readonly ReceivedRequest[] {
    return this.#list;
  }

  clear(): void {
    this.#list = [];
  }
}
