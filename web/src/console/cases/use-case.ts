import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Input, Output } from "../../api/client.ts";

export type ShownCase = Output<"showCase">;
export type Decision = Input<"proposeDecision">["body"];

/** What can be done with a case. */
export type CaseAct =
  | { act: "retry" }
  | { act: "close"; outcome: Input<"closeCase">["body"]["outcome"] }
  | { act: "propose"; decision: Decision }
  | { act: "approve" | "turn-down" | "take-back"; proposalId: string };

const carryOut = async (id: string, act: CaseAct): Promise<void> => {
  if (act.act === "retry") return await api.retryCase({ params: { id } });
  if (act.act === "close") return await api.closeCase({ params: { id }, body: { outcome: act.outcome } });
  if (act.act === "propose") {
    await api.proposeDecision({ params: { id }, body: act.decision });
    return undefined;
  }
  const params = { id, proposalId: act.proposalId };
  if (act.act === "approve") return await api.approveDecision({ params });
  if (act.act === "turn-down") return await api.turnDownDecision({ params });
  return await api.takeBackDecision({ params });
};

/** Each look is noted, so it is not loaded again by itself, nor kept once the page is left. */
export const useCase = (id: string) => {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["helpdesk", "case", id],
    queryFn: async () => await api.showCase({ params: { id } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const work = useMutation({
    mutationFn: async (act: CaseAct) => await carryOut(id, act),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["helpdesk", "cases"] });
      await query.refetch();
    },
  });
  return { query, work };
};
