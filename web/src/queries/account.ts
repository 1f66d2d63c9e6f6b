import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";

export const useProfile = () => useQuery({ queryKey: ["profile"], queryFn: async () => await api.profile() });

export const useSecurityKeys = () =>
  useQuery({ queryKey: ["security-keys"], queryFn: async () => await api.securityKeys() });

export const useActivity = () =>
  useQuery({ queryKey: ["activity"], queryFn: async () => await api.activity() });
