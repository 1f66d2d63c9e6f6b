import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { isProblem } from "../api/problem.ts";

export type OperatorSession = Output<"operatorSession">;
export type ViewedAccount = Output<"viewAccount">;

const sessionKey = ["operator-session"] as const;

const load = async (): Promise<OperatorSession | null> => {
  try {
    return await api.operatorSession();
  } catch (error) {
    if (isProblem(error, "operator-not-logged-in")) return null;
    throw error;
  }
};

/** Who is logged in to the console; null where nobody is. */
export const useOperatorSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: load, staleTime: Infinity, refetchOnWindowFocus: false });

/** Asks anew who is logged in. */
export const useEnterConsole = () => {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.fetchQuery({ queryKey: sessionKey, queryFn: load, staleTime: 0 });
  }, [queries]);
};

/** Nobody is logged in any more: what was shown of accounts goes. */
export const useLeaveConsole = () => {
  const queries = useQueryClient();
  return useCallback(() => {
    queries.removeQueries({ queryKey: ["helpdesk"] });
    queries.setQueryData(sessionKey, null);
  }, [queries]);
};

/** Each look is noted and its owner sees it: so it is not loaded again by itself, nor kept once the page is left. */
export const useViewedAccount = (id: string) =>
  useQuery({
    queryKey: ["helpdesk", "account", id],
    queryFn: async () => await api.viewAccount({ params: { id } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
