import type { AuthenticatorRecord, Nia } from "../../../services/ports/nia.ts";
import { MAX_BSI, nonEmpty, payload, plain } from "./payload.ts";
import { details, failureOf, technical } from "./status.ts";
import { type Answer, submitRequest, type Transaction } from "./submit.ts";

export const authenticatorWriting: Transaction = {
  tclass: "TR_EVIDENCE_VIP_ZAPIS",
  purpose: "write",
  response: { namespace: "urn:nia.EvidenceVIPZapis/response:v1", name: "EvidenceVIPZapisResponse" },
};

/** The body of TR_EVIDENCE_VIP_ZAPIS (nia-soap.md, 8.2). A document given is the document that proved the identity. */
export const writeRequest = ({
  pseudonym,
  authenticatorId,
  loa,
  state,
  document,
}: AuthenticatorRecord): string =>
  submitRequest(
    authenticatorWriting,
    payload(
      "EvidenceVIPZapisRequest",
      "urn:nia.EvidenceVIPZapis/request:v2",
      nonEmpty("Bsi", pseudonym, MAX_BSI),
      nonEmpty("IdentifikaceProstredku", authenticatorId),
      plain("LoA", loa),
      plain("Stav", state),
      plain("OverenoDoklademTotoznosti", document !== undefined),
      document
        ? `<n:PrukazTotoznosti>${nonEmpty("Cislo", document.number)}${nonEmpty("Druh", document.type)}</n:PrukazTotoznosti>`
        : "",
    ),
  );

/** Throws `NiaOutcomeUnknown` or `NiaRefused`. */
export const readWritten = (answer: Answer): Awaited<ReturnType<Nia["writeAuthenticator"]>> => {
  const failure = failureOf(answer);
  if (failure && failure.detail !== details.exists) throw technical(answer, failure);
  const { correlationId } = answer;
  return { outcome: failure ? "already-exists" : "registered", ...(correlationId && { correlationId }) };
};
