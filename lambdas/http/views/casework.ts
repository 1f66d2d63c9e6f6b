import type * as z from "zod";
import type * as casework from "../../contract/schemas/casework.ts";
import { type Proposal, takesTwo } from "../../domain/case-decisions.ts";
import { formatCode } from "../../domain/identification-code.ts";
import type { Person, ReferenceData } from "../../domain/person.ts";
import type { OperatorCase } from "../../domain/records.ts";
import type { ResetForm } from "../../domain/reset-form.ts";
import { canBeRetried } from "../../services/cases/retry-case.ts";
import type { ShownCase } from "../../services/cases/show-case.ts";

const proposalView = (proposal: Proposal) => ({
  id: proposal.id,
  by: proposal.by,
  at: proposal.at,
  decision: proposal.decision,
  verificationId: proposal.decision === "assign" ? proposal.verificationId : undefined,
});

/** A case in the list. */
export const caseView = (found: OperatorCase): z.input<typeof casework.cases>["cases"][number] => ({
  id: found.id,
  kind: found.kind,
  openedAt: found.openedAt,
  accountId: found.accountId,
  takesTwo: takesTwo(found),
  mayRetry: canBeRetried(found),
  proposal: found.proposal && proposalView(found.proposal),
});

/** Of what the registry says, no number of a document: none is needed to tell people apart. */
const personView = ({ firstName, lastName, birthDate, address }: Person | ReferenceData) => ({
  firstName,
  lastName,
  birthDate,
  address,
});

export const shownCaseView = (shown: ShownCase): z.input<typeof casework.shownCase> => {
  const { found, verification, people, answer, suggestions } = shown;
  return {
    ...caseView(found),
    state: found.state,
    closed: found.closed,
    messageId: found.messageId,
    username: shown.username,
    verification: verification && {
      id: verification.id,
      state: verification.state,
      stopReason: verification.stopReason,
      createdAt: verification.createdAt,
    },
    people: people && { account: personView(people.account), registry: personView(people.registry) },
    answer: answer && { note: answer.note, person: personView(answer.person) },
    suggestions: suggestions.map((one) => ({ ...one, code: formatCode(one.code) })),
    proposedFor: shown.proposedFor,
  };
};

export const resetFormLine = ({ id, accountId, state, kind, reference, registered }: ResetForm) => ({
  id,
  accountId,
  state,
  kind,
  reference,
  registered,
});

export const resetFormView = (form: ResetForm, username: string): z.input<typeof casework.resetForm> => {
  const { mediaType, bytes, sha256 } = form.scan;
  const { verifiedHow, dated, email, decided } = form;
  return {
    ...resetFormLine(form),
    username,
    verifiedHow,
    dated,
    email,
    decided,
    scan: { mediaType, bytes, sha256 },
  };
};
