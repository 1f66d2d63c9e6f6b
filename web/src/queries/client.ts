import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem } from "../api/problem.ts";

const shouldRetry = (count: number, error: unknown): boolean =>
  error instanceof Error && error.name === "Unreachable" && count < 1;

const onError = (error: Error): void => {
  if (isProblem(error, "not-logged-in")) void queryClient.invalidateQueries({ queryKey: ["session"] });
};

/** Whoever is told not to be logged in is sent to the login: the session is asked for again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: shouldRetry, retryDelay: 300, staleTime: 0, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
