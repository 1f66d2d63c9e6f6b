import { change, register } from "../../world/authenticators.ts";
import type { AuthenticatorState } from "../../world/state.ts";
import type { AnswerChild } from "./answer.ts";
import { detail, failed, succeeded } from "./details.ts";
import type { Values } from "./payload.ts";
import type { TransactionContext } from "./transactions.ts";

const registered = {
  registered: succeeded,
  exists: failed(detail.exists),
  // The real wording is not known (nia-soap.md, 12).
  "unknown-pseudonym": failed(detail.general),
};

/** TR_EVIDENCE_VIP_ZAPIS (nia-soap.md, 8.2). */
export function registerAuthenticator(
  values: Values,
  { world, provider }: TransactionContext,
): readonly AnswerChild[] {
  const paper = values["PrukazTotoznosti"];
  const outcome = register(world, {
    provider,
    bsi: text(values, "Bsi"),
    id: text(values, "IdentifikaceProstredku"),
    loa: text(values, "LoA"),
    state: (values["Stav"] ?? "Aktivni") as AuthenticatorState,
    verifiedByDocument: ["true", "1"].includes(text(values, "OverenoDoklademTotoznosti").trim()),
    ...(typeof paper === "object" && {
      document: { type: text(paper, "Druh"), number: text(paper, "Cislo") },
    }),
  });
  return registered[outcome];
}

const changed = { changed: succeeded, unknown: failed(detail.missing), ended: failed(detail.general) };

/** TR_EVIDENCE_VIP_ZMENA (nia-soap.md, 8.3). */
export function changeAuthenticator(
  values: Values,
  { world, provider }: TransactionContext,
): readonly AnswerChild[] {
  const loa = values["LoA"];
  const outcome = change(world, {
    provider,
    bsi: text(values, "Bsi"),
    id: text(values, "IdentifikaceProstredku"),
    state: text(values, "Stav") as AuthenticatorState,
    message: text(values, "Zprava"),
    ...(typeof loa === "string" && { loa }),
  });
  return changed[outcome];
}

/** A value that the payload's rules require. */
const text = (values: Values, name: string): string => values[name] as string;
