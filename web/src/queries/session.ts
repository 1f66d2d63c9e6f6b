import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { isProblem } from "../api/problem.ts";

export const sessionKey = ["session"] as const;

const load = async (): Promise<Output<"session"> | null> => {
  try {
    return await api.session();
  } catch (error) {
    if (isProblem(error, "not-logged-in")) return null;
    throw error;
  }
};

/** What belongs to a session goes with it; the provider stays the same for all. */
export const belongsToSession = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  !["service", "certified-keys", "government-services", "service-login", "session"].includes(
    queryKey[0] as string,
  );

/** Who is logged in; null where nobody is. */
export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: load, staleTime: 60_000, refetchOnWindowFocus: false });
