import type { X509Certificate } from "node:crypto";
import * as z from "zod";
import { certificates } from "../services/service.ts";
import type { FeedOptions } from "../world/notifications.ts";

/** How the simulated NIA behaves for now: what an operator of the real one decides, and what its network does. */
export interface Conditions {
  feed: FeedOptions;
  /** Whose requests are taken: while a provider changes its certificate, the old one and the new one. */
  clients: readonly X509Certificate[];
  /** Before each reply. */
  latencySeconds: number;
  /** How far its clock is ahead of this machine's. */
  clockSeconds: number;
}

const feed = z.strictObject({
  cursor: z.enum(["inclusive", "exclusive"]).optional(),
  pageSize: z.coerce.number().int().min(1).max(10_000).optional(),
  oldForm: z.stringbool().or(z.boolean()).optional(),
});

const pem = z.string().startsWith("-----BEGIN CERTIFICATE-----");

/** What is left out stays as it is. */
export const conditionsWish = z.strictObject({
  feed: feed.optional(),
  clientCertificates: z.array(pem).optional(),
  latencySeconds: z.coerce.number().min(0).max(600).optional(),
  clockSeconds: z.coerce.number().int().min(-86_400).max(86_400).optional(),
});

export type ConditionsWish = z.output<typeof conditionsWish>;

export const changeConditions = (conditions: Conditions, wish: ConditionsWish): void => {
  const { feed: wanted, clientCertificates, latencySeconds, clockSeconds } = wish;
  const { cursor, pageSize, oldForm } = { ...conditions.feed, ...defined(wanted ?? {}) };
  conditions.feed = { cursor, pageSize, oldForm };
  if (clientCertificates !== undefined) conditions.clients = certificates(clientCertificates);
  conditions.latencySeconds = latencySeconds ?? conditions.latencySeconds;
  conditions.clockSeconds = clockSeconds ?? conditions.clockSeconds;
};

const defined = (values: z.output<typeof feed>): Partial<FeedOptions> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** As it is told over HTTP: certificates by the fingerprint that an operator compares. */
export const shownConditions = ({ feed: options, clients, latencySeconds, clockSeconds }: Conditions) => ({
  feed: options,
  clientCertificates: clients.map(({ fingerprint256 }) => fingerprint256),
  latencySeconds,
  clockSeconds,
});
