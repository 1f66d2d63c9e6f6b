import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { useForm } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import type { SecurityKey } from "../../security-key/linked.ts";
import { makeKey, type NewKeyKind, TouchError } from "../../security-key/touch.ts";
import { Button } from "../../ui/button.tsx";
import { FocusedHeading } from "../../ui/focused-heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { KeyKind } from "./key-kind.tsx";

interface AddKeyProps {
  onAdded: (added: SecurityKey) => void;
  onBack: () => void;
}

/** Confirmation login, a name, and the key itself. */
export const AddKey = ({ onAdded, onBack }: AddKeyProps) => {
  const { keys, common } = useTexts();
  const [isConfirmed, setConfirmed] = useState(false);
  const [kind, setKind] = useState<NewKeyKind>("hardware");
  const form = useForm({ name: "" }, { prefix: "key-" });
  const reload = useReload();
  const add = useMutation({
    mutationFn: async (name: string) => {
      const { ceremonyId, options } = await api.securityKeyOptions();
      const response = await makeKey(options, kind);
      return await api.addSecurityKey({ body: { ceremonyId, name, response } });
    },
    onSuccess: async (added) => {
      await reload();
      onAdded(added);
    },
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) setConfirmed(false);
    },
  });
  if (!isConfirmed)
    return <ConfirmationLogin purpose="add-key" onConfirmed={() => setConfirmed(true)} onBack={onBack} />;
  return (
    <form
      noValidate
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!add.isPending && form.require("name")) add.mutate(form.values.name.trim());
      }}
    >
      <FocusedHeading>{keys.add}</FocusedHeading>
      <TextField {...form.field("name")} label={keys.name} hint={keys.nameHint} maxLength={60} />
      <KeyKind kind={kind} onKind={setKind} />
      <p>{keys.createLead}</p>
      {add.error instanceof TouchError ? (
        <Notice kind="warning" announced title={keys.failures[add.error.failure]} />
      ) : (
        <ProblemNotice error={add.error} />
      )}
      <div className="actions">
        <Button submits busy={add.isPending}>
          {add.isPending ? keys.creating : keys.create}
        </Button>
        <Button look="outlined" onClick={onBack}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};
