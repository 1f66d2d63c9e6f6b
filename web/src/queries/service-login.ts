import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";

export type ServiceLogin = Output<"serviceLogin">;
export type Standing = Output<"serviceLoginStanding">;

/** What a government service asks for: the same for whoever is logged in. */
export const useServiceLogin = (id: string) =>
  useQuery({
    queryKey: ["service-login", id],
    queryFn: async () => await api.serviceLogin({ params: { id } }),
    retry: false,
  });

/** How far the account that is logged in has come with it. */
export const useStanding = (id: string) =>
  useQuery({
    queryKey: ["service-login-standing", id],
    queryFn: async () => await api.serviceLoginStanding({ params: { id } }),
    retry: false,
  });
