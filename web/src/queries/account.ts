import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";

export type ActivityEvent = Output<"activity">["events"][number];
export type ActivityKind = ActivityEvent["kind"];

export const useProfile = () => useQuery({ queryKey: ["profile"], queryFn: async () => await api.profile() });

export const useSecurityKeys = () =>
  useQuery({ queryKey: ["security-keys"], queryFn: async () => await api.securityKeys() });

/** Newest first, page by page; of one kind where one is picked. */
export const useActivity = (kind: ActivityKind | undefined) =>
  useInfiniteQuery({
    queryKey: ["activity", kind],
    queryFn: async ({ pageParam: before }) => await api.activity({ query: { kind, before } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ before }) => before,
  });

export const useCertificates = () =>
  useQuery({ queryKey: ["certificates"], queryFn: async () => await api.certificates() });

export const useSessions = () =>
  useQuery({ queryKey: ["sessions"], queryFn: async () => await api.sessions() });
