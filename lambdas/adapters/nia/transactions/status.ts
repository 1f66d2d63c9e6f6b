import type { DomainError } from "../../../domain/errors.ts";
import { failureAs } from "../failures.ts";
import { childText, Malformed, optionalChild } from "../../xml/xml.ts";
import type { Answer } from "./submit.ts";

/** Details that NIA is known to send, spelt as it spells them (nia-soap.md, 9). Other texts never leave the adapter. */
export const details = {
  nobody: "ISZR returned zero AIFOs",
  exists: "Identification record already exists",
  noRecord: "Required record does not exists",
  general: "General Error. See log for more details",
  parsing: "Error parsing request",
} as const;

const known = new Set<string>(Object.values(details));

/** How a transaction ended, other than well. */
export interface Failure {
  detail: string;
  /** ISZR's codes, where the registers were asked; empty else. */
  registry: { code: string; subcode: string };
}

const codeOf = (text: string | undefined): string => (text && /^\w{1,64}$/.test(text) ? text : "");

/** Undefined where Status is `OK`, the only good value. */
export const failureOf = ({ response }: Answer): Failure | undefined => {
  const namespace = response.namespaceURI ?? "";
  const status = childText(response, namespace, "Status");
  if (!status) throw new Malformed("no Status");
  if (status === "OK") return undefined;
  const registry = optionalChild(response, namespace, "StatusISZR");
  return {
    detail: childText(response, namespace, "Detail") ?? "",
    registry: {
      code: codeOf(registry && childText(registry, namespace, "VysledekKod")),
      subcode: codeOf(registry && childText(registry, namespace, "VysledekSubKod")),
    },
  };
};

/** A failure without a meaning of its own for the transaction. */
export const technical = (
  { transaction, correlationId }: Answer,
  { detail, registry }: Failure,
): DomainError => {
  const reasons = [known.has(detail) ? detail : "unknown detail", registry.code, registry.subcode];
  const message = [`${transaction.tclass}:`, ...reasons, correlationId].filter(Boolean).join(" ");
  const kind = detail === details.general ? "transaction-broke" : "transaction-refused";
  return failureAs(kind, transaction.purpose, { message, correlationId });
};
