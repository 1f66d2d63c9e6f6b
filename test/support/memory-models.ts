import { MetadataRollback } from "../../lambdas/domain/errors.ts";
import type { ModelStandings } from "../../lambdas/domain/model-standing.ts";
import type { AuthenticatorModel, CurrentMetadata, Models } from "../../lambdas/services/ports/fido.ts";

/** The `Models` port in memory, with what was asked of it in order. */
export const memoryModels = (): Models & { calls: string[] } => {
  let current: CurrentMetadata | undefined;
  let list: readonly AuthenticatorModel[] = [];
  let standings: ModelStandings = {};
  const calls: string[] = [];
  return {
    calls,
    current: async () => current,
    find: async (key) => list.find((model) => model.key === key),
    icon: async () => undefined,
    certified: async () => [],
    replace: async ({ no, nextUpdate, models }, checkedAt) => {
      calls.push(`replace ${no}`);
      if (current !== undefined && no < current.no) throw new MetadataRollback(`${no}`);
      current = { no, nextUpdate, checkedAt };
      list = models;
    },
    handedOver: async () => standings,
    handOver: async (next) => {
      calls.push("hand over");
      standings = next;
    },
  };
};

/** A model that is certified at level 1 unless said otherwise. */
export const aModel = (key: string, change: Partial<AuthenticatorModel> = {}): AuthenticatorModel => ({
  key,
  name: `Model ${key}`,
  vendor: "Vendor",
  level: "FIDO_CERTIFIED_L1",
  anchors: [],
  attestationTypes: ["basic_full"],
  transports: ["usb"],
  kind: "hardware",
  userVerification: [],
  metadataNo: 291,
  ...change,
});
