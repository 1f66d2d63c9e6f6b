import { useCallback } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";

export type NiaState = Output<"niaPage">;
export type Verification = NonNullable<NiaState["verification"]>;

const niaKey = ["nia"] as const;

/** While NIA is being told, a second is long; while the office is awaited, half a minute is short. */
const pause = ({ verification, waitsForNia }: Partial<NiaState> = {}): number | false => {
  const state = verification?.state;
  if (state === "completing") return 1000;
  if (waitsForNia === true) return 3000;
  return state === "awaiting-registry-data" || state === "under-review" ? 15_000 : false;
};

export const useNia = () =>
  useQuery({
    queryKey: niaKey,
    queryFn: async () => await api.niaPage(),
    refetchInterval: ({ state }) => pause(state.data),
  });

/** After any action: what was loaded is old. */
export const useReload = () => {
  const queries = useQueryClient();
  return useCallback(
    async () =>
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "service" && queryKey[0] !== "comparison",
        refetchType: "all",
      }),
    [queries],
  );
};

/** What an action has answered is newer than what was loaded. */
export const useShowVerification = () => {
  const queries = useQueryClient();
  return (verification: Verification): void => {
    queries.setQueryData<NiaState>(niaKey, (before) =>
      before === undefined ? before : { ...before, verification },
    );
  };
};
