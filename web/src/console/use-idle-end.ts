import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLeaveConsole } from "./queries.ts";

const IDLE_MS = 15 * 60_000;

/** As long without a request as ends the session: then the page forgets what it shows, too. */
export const useIdleEnd = (): void => {
  const queries = useQueryClient();
  const leave = useLeaveConsole();
  useEffect(() => {
    let timer = setTimeout(leave, IDLE_MS);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(leave, IDLE_MS);
    };
    const ends = [queries.getQueryCache().subscribe(restart), queries.getMutationCache().subscribe(restart)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [queries, leave]);
};
