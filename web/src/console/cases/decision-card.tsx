import { useState } from "react";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { OperatorSession } from "../queries.ts";
import type { CaseAct, ShownCase } from "./use-case.ts";

interface DecisionCardProps {
  shown: ShownCase;
  operator: OperatorSession;
  busy: boolean;
  onAct: (act: CaseAct) => void;
}

/** What two people decide: one asks, another one says yes or no. */
export const DecisionCard = (props: DecisionCardProps) => {
  const texts = usePageTexts(caseworkTexts);
  const { shown, operator } = props;
  return (
    <section className="card" aria-labelledby="decide-title">
      <h2 id="decide-title">{texts.decideTitle}</h2>
      <p>{texts.decideLead}</p>
      {shown.proposal !== undefined ? (
        <Proposed {...props} proposal={shown.proposal} />
      ) : (
        operator.role !== "auditor" && <Proposing {...props} />
      )}
    </section>
  );
};

/** An answer is assigned in the table of what it may be for. */
const Proposing = ({ shown, busy, onAct }: DecisionCardProps) => {
  const texts = usePageTexts(caseworkTexts);
  const held = shown.kind === "identity-review" && shown.verification?.state === "under-review";
  const decisions = held ? (["pass", "reject"] as const) : (["close"] as const);
  return (
    <div className="actions">
      {decisions.map((decision) => (
        <Button
          key={decision}
          look="outlined"
          busy={busy}
          onClick={() => onAct({ act: "propose", decision: { decision } })}
        >
          {texts.propose[decision]}
        </Button>
      ))}
    </div>
  );
};

const Proposed = (props: DecisionCardProps & { proposal: NonNullable<ShownCase["proposal"]> }) => {
  const texts = usePageTexts(caseworkTexts);
  const { common } = useTexts();
  const [asked, setAsked] = useState(false);
  const { shown, operator, busy, onAct, proposal } = props;
  const { id: proposalId, by, decision } = proposal;
  const what = texts.proposed[decision](shown.proposedFor ?? "");
  const isOwn = by === operator.login;
  return (
    <>
      <p>
        <strong>{texts.proposalOf(by, what)}</strong>
      </p>
      {isOwn && <p>{texts.ownProposal}</p>}
      <div className="actions">
        {!isOwn && operator.role === "supervisor" && (
          <>
            <Button onClick={() => setAsked(true)}>{texts.approve}</Button>
            <Button look="outlined" busy={busy} onClick={() => onAct({ act: "turn-down", proposalId })}>
              {texts.turnDown}
            </Button>
          </>
        )}
        {isOwn && (
          <Button look="outlined" busy={busy} onClick={() => onAct({ act: "take-back", proposalId })}>
            {texts.takeBack}
          </Button>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          title={texts.confirmApproval}
          confirm={texts.approve}
          back={common.back}
          busy={busy}
          onConfirm={() => {
            setAsked(false);
            onAct({ act: "approve", proposalId });
          }}
          onBack={() => setAsked(false)}
        >
          <p>{texts.approvalConsequence(what)}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
