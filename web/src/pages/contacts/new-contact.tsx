import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ContactKind } from "../../../../lambdas/domain/account.ts";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { formatPhone, normalizePhone } from "../../format/phone.ts";
import { useForm } from "../../forms/use-form.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { accessTexts } from "../../texts/pages.ts";

interface NewContactProps {
  kind: ContactKind;
  present: string;
  /** The confirmation login is over: it has to be done again. */
  onLate: () => void;
}

const types = { email: "email", phone: "tel" } as const;

const send = async (kind: ContactKind, typed: string) =>
  kind === "email"
    ? await api.changeEmail({ body: { email: typed.trim() } })
    : await api.changePhone({ body: { phone: normalizePhone(typed) } });

/** Where the PIN is to go. */
export const NewContact = ({ kind, present, onLate }: NewContactProps) => {
  const access = usePageTexts(accessTexts);
  const { errors } = useTexts();
  const form = useForm({ contact: "" }, { prefix: "new-", messages: { contact: errors[kind] } });
  const reload = useReload();
  const begin = useMutation({
    mutationFn: async () => await send(kind, form.values.contact),
    onSuccess: reload,
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) onLate();
      else form.refuse(error, { "/email": "contact", "/phone": "contact" });
    },
  });
  useEffect(() => document.getElementById("new-contact")?.focus(), []);
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!begin.isPending && form.require("contact")) begin.mutate();
      }}
    >
      <dl>
        <dt>{access.present[kind]}</dt>
        <dd>{kind === "email" ? present : formatPhone(present)}</dd>
      </dl>
      <TextField
        {...form.field("contact")}
        label={access.fresh[kind]}
        hint={access.freshHint[kind]}
        type={types[kind]}
        autoComplete={types[kind]}
        spellCheck={false}
      />
      <ProblemNotice error={begin.error} />
      <div className="actions">
        <Button submits busy={begin.isPending}>
          {begin.isPending ? access.sendingPin : access.sendPin}
        </Button>
      </div>
    </form>
  );
};
