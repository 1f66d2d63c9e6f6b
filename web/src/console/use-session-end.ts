import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isProblem } from "../api/problem.ts";
import { useLeaveConsole } from "./queries.ts";

const IDLE_MS = 15 * 60_000;

interface CacheEvent {
  type: string;
  action?: { type: string; error?: unknown };
}

const isRefusal = ({ type, action }: CacheEvent): boolean =>
  type === "updated" && action?.type === "error" && isProblem(action.error, "operator-not-logged-in");

/** Where the session has ended, or nothing was asked for as long as ends it, the page forgets what it shows. */
export const useSessionEnd = (): void => {
  const queries = useQueryClient();
  const leave = useLeaveConsole();
  useEffect(() => {
    let timer = setTimeout(leave, IDLE_MS);
    const onEvent = (event: CacheEvent) => {
      clearTimeout(timer);
      timer = setTimeout(leave, IDLE_MS);
      if (isRefusal(event)) leave();
    };
    const ends = [queries.getQueryCache().subscribe(onEvent), queries.getMutationCache().subscribe(onEvent)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [queries, leave]);
};
