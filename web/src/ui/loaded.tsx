import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loading } from "./loading.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, "data" | "error" | "refetch">;
  children: (data: T) => ReactNode;
}

/** What a query answered; until then that it is under way, or why it failed and a way to try again: never both. */
export const Loaded = <T,>({ query: { data, error, refetch }, children }: LoadedProps<T>) => {
  if (data !== undefined) return children(data);
  return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
};
