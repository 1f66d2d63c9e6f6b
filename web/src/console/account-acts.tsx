import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/api.ts";
import type { Input } from "../api/client.ts";
import { usePageTexts, useTexts } from "../language/language.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { OperatorSession, ViewedAccount } from "./queries.ts";

type Cause = Input<"unlinkByCall">["body"]["cause"];
const causes: readonly Cause[] = ["keys-lost", "misuse-suspected", "owner-wish"];
type Done = "suspended" | "resumed" | "unlinked";

interface AccountActsProps {
  account: ViewedAccount;
  role: OperatorSession["role"];
  reload: () => Promise<void>;
}

/** Suspend, resume, unlink: each where it can be done now, and by this role. */
export const AccountActs = ({ account, role, reload }: AccountActsProps) => {
  const texts = usePageTexts(consoleTexts);
  const [asked, setAsked] = useState<"suspend" | "unlink">();
  const [cause, setCause] = useState<Cause>("keys-lost");
  const params = { id: account.id };
  const act = useMutation({
    mutationFn: async (done: Done) => {
      if (done === "suspended") await api.suspendLink({ params });
      else if (done === "resumed") await api.resumeLink({ params });
      else await api.unlinkByCall({ params, body: { callId: account.call?.callId ?? "", cause } });
      return done;
    },
    onSettled: async () => {
      setAsked(undefined);
      await reload();
    },
  });
  const isSuspended = account.link?.suspendedFor.includes("helpdesk-suspension") === true;
  return (
    <section className="card" aria-labelledby="acts-title">
      <h2 id="acts-title">{texts.actsTitle}</h2>
      {act.data !== undefined && <Notice kind="success" announced title={texts.done[act.data]} />}
      <ProblemNotice error={act.error} />
      {account.link === undefined && <p>{texts.notLinked}</p>}
      {account.link !== undefined && !isSuspended && (
        <>
          <p>{texts.suspendLead}</p>
          <div className="actions">
            <Button look="outlined" color="error" onClick={() => setAsked("suspend")}>
              {texts.suspend}
            </Button>
          </div>
        </>
      )}
      {isSuspended && role === "supervisor" && (
        <div className="actions">
          <Button look="outlined" busy={act.isPending} onClick={() => act.mutate("resumed")}>
            {texts.resume}
          </Button>
        </div>
      )}
      {account.link !== undefined && account.call === undefined && <p>{texts.unlinkNeedsCheck}</p>}
      {account.link !== undefined && account.call !== undefined && (
        <>
          <SelectField
            id="cause"
            label={texts.cause}
            value={cause}
            onChange={(value) => setCause(value as Cause)}
            options={causes.map((one) => [one, texts.causes[one]] as const)}
          />
          <div className="actions">
            <Button color="error" onClick={() => setAsked("unlink")}>
              {texts.unlink}
            </Button>
          </div>
        </>
      )}
      {asked !== undefined && (
        <Asked
          what={asked}
          busy={act.isPending}
          onConfirm={() => act.mutate(asked === "suspend" ? "suspended" : "unlinked")}
          onBack={() => setAsked(undefined)}
        />
      )}
    </section>
  );
};

interface AskedProps {
  what: "suspend" | "unlink";
  busy: boolean;
  onConfirm: () => void;
  onBack: () => void;
}

const Asked = ({ what, busy, onConfirm, onBack }: AskedProps) => {
  const texts = usePageTexts(consoleTexts);
  const { common } = useTexts();
  const suspends = what === "suspend";
  return (
    <ConfirmDialog
      title={suspends ? texts.suspendConfirm : texts.unlinkConfirm}
      confirm={suspends ? texts.suspend : texts.unlink}
      back={common.back}
      busy={busy}
      onConfirm={onConfirm}
      onBack={onBack}
    >
      <p>{suspends ? texts.suspendConsequence : texts.unlinkConsequence}</p>
    </ConfirmDialog>
  );
};
