import { useState } from "react";
import type { Input, Output } from "../../api/client.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { OperatorSession } from "../queries.ts";

type Reason = Input<"refuseResetForm">["body"]["reason"];
const reasons: readonly Reason[] = [
  "identity-not-verified",
  "incomplete",
  "another-account",
  "forged",
  "repeated",
  "withdrawn",
];
export type FormAct = { act: "approve" } | { act: "refuse"; reason: Reason };

interface FormDecisionProps {
  form: Output<"showResetForm">;
  operator: OperatorSession;
  busy: boolean;
  onAct: (act: FormAct) => void;
}

/** Another person approves a form, or refuses it and says why. */
export const FormDecision = ({ form, operator, busy, onAct }: FormDecisionProps) => {
  const texts = usePageTexts(caseworkTexts);
  const { common } = useTexts();
  const [reason, setReason] = useState<Reason>("identity-not-verified");
  const [asked, setAsked] = useState(false);
  const isOwn = form.registered.by === operator.login;
  return (
    <section className="card" aria-labelledby="decide-title">
      <h2 id="decide-title">{texts.decideTitle}</h2>
      {isOwn && <p>{texts.ownForm}</p>}
      {!isOwn && operator.role !== "supervisor" && <p>{texts.supervisorOnly}</p>}
      {!isOwn && operator.role === "supervisor" && (
        <>
          <div className="actions">
            <Button color="error" onClick={() => setAsked(true)}>
              {texts.approveForm}
            </Button>
          </div>
          <SelectField
            id="refuse-reason"
            label={texts.refuseReason}
            value={reason}
            onChange={(value) => setReason(value as Reason)}
            options={reasons.map((one) => [one, texts.refusalReasons[one]] as const)}
          />
          <div className="actions">
            <Button look="outlined" busy={busy} onClick={() => onAct({ act: "refuse", reason })}>
              {texts.refuseForm}
            </Button>
          </div>
        </>
      )}
      {asked && (
        <ConfirmDialog
          title={texts.approveFormConfirm}
          confirm={texts.approveForm}
          back={common.back}
          busy={busy}
          onConfirm={() => {
            setAsked(false);
            onAct({ act: "approve" });
          }}
          onBack={() => setAsked(false)}
        >
          <p>{texts.approveFormConsequence(form.email)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
