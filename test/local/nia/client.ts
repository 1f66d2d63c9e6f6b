import { makeNia } from "../../../lambdas/adapters/nia/nia.ts";
import type { NiaParts } from "../../../lambdas/adapters/nia/nia.ts";
import type { NiaSettings } from "../../../lambdas/adapters/nia/settings.ts";
import type { Rig } from "./rig.ts";

export const settingsFor = ({ simulator }: Rig, settings: Partial<NiaSettings> = {}): NiaSettings => ({
  endpoints: simulator.endpoints,
  realms: simulator.realms,
  stsCertificates: simulator.stsCertificates,
  timeoutMs: 5_000,
  clockSkewSeconds: 60,
  reuseTokens: true,
  ...settings,
});

/** The client of the product, pointed at a simulator. It was written without it, from nia-soap.md. */
export const clientOf = (
  rig: Rig,
  settings: Partial<NiaSettings> = {},
  parts: Partial<Omit<NiaParts, "settings">> = {},
) =>
  makeNia({
    settings: settingsFor(rig, settings),
    credentials: async () => rig.client,
    clock: () => new Date().toISOString(),
    ...parts,
  });

export const jana = { firstName: "Jana", lastName: "Nováková", birthDate: "1988-04-12" };
export const card = { type: "ID", number: "900000101" } as const;

/** The name of what a call throws, or what it answers. */
export const nameOf = async (call: Promise<unknown>): Promise<unknown> =>
  await call.catch((error: unknown) => (error instanceof Error ? error.name : error));
