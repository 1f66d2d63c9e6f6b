import type { AnswerChild } from "./answer.ts";

/** Texts of NIA, slips included (nia-soap.md, 9). */
export const detail = {
  nobody: "ISZR returned zero AIFOs",
  several: "ISZR returned more than one AIFO",
  exists: "Identification record already exists",
  missing: "Required record does not exists",
  general: "General Error. See log for more details",
  unreadable: "Error parsing request",
  noNotifications: "Nebyly nalezeny žádné notifikace",
} as const;

export const succeeded: readonly AnswerChild[] = [["Status", "OK"]];

export const failed = (text: string): readonly AnswerChild[] => [
  ["Status", "Error"],
  ["Detail", text],
];
