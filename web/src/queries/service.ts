import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";

/** Provider, helpdesk and map of offices. */
export const useService = () =>
  useQuery({
    queryKey: ["service"],
    queryFn: async () => await api.serviceInformation(),
    staleTime: Infinity,
  });

export const useCertifiedKeys = () =>
  useQuery({
    queryKey: ["certified-keys"],
    queryFn: async () => await api.certifiedKeys(),
    staleTime: 600_000,
  });

export const useGovernmentServices = () =>
  useQuery({
    queryKey: ["government-services"],
    queryFn: async () => await api.governmentServices(),
    staleTime: 600_000,
  });
