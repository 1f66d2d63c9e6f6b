import type { AuthenticatorChange, Nia } from "../../../services/ports/nia.ts";
import { MAX_BSI, nonEmpty, payload, plain } from "./payload.ts";
import { details, failureOf, technical } from "./status.ts";
import { type Answer, submitRequest, type Transaction } from "./submit.ts";

const MAX_MESSAGE = 255;

export const authenticatorChange: Transaction = {
  tclass: "TR_EVIDENCE_VIP_ZMENA",
  purpose: "write",
  response: { namespace: "urn:nia.EvidenceVIPZmena/response:v1", name: "EvidenceVIPZmenaResponse" },
};

/** The body of TR_EVIDENCE_VIP_ZMENA (nia-soap.md, 8.3). A message longer than NIA takes is cut. */
export const changeRequest = ({
  pseudonym,
  authenticatorId,
  loa,
  state,
  message,
}: AuthenticatorChange): string =>
  submitRequest(
    authenticatorChange,
    payload(
      "EvidenceVIPZmenaRequest",
      "urn:nia.EvidenceVIPZmena/request:v1",
      nonEmpty("Bsi", pseudonym, MAX_BSI),
      nonEmpty("IdentifikaceProstredku", authenticatorId),
      loa ? plain("LoA", loa) : "",
      plain("Stav", state),
      plain("Zprava", [...message.trim()].slice(0, MAX_MESSAGE).join("")),
    ),
  );

/** Throws `NiaOutcomeUnknown` or `NiaRefused`. */
export const readChanged = (answer: Answer): Awaited<ReturnType<Nia["changeAuthenticator"]>> => {
  const failure = failureOf(answer);
  if (failure && failure.detail !== details.noRecord) throw technical(answer, failure);
  const { correlationId } = answer;
  return { outcome: failure ? "no-such-record" : "changed", ...(correlationId && { correlationId }) };
};
