import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "../../api/api.ts";
import { belongsToSession, sessionKey } from "../../queries/session.ts";

/** Once logged in: what was loaded for whoever was here before goes, and the session is loaded. */
export const useEnter = () => {
  const queries = useQueryClient();
  return useCallback(async () => {
    // The session's own query stays: the header looks at it.
    queries.removeQueries({ predicate: belongsToSession });
    await queries.fetchQuery({
      queryKey: sessionKey,
      queryFn: async () => await api.session(),
      staleTime: 0,
    });
  }, [queries]);
};
