import { useMutation } from "@tanstack/react-query";
import { ControlCode } from "../../control-code/control-code.tsx";
import { useControlCode } from "../../control-code/use-control-code.ts";
import { useForm } from "../../forms/use-form.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { accessTexts } from "../../texts/pages.ts";

interface WhoFormProps {
  submit: string;
  onSend: (body: { login: string; controlCode: string }) => Promise<void>;
}

/** Whose account it is, behind a control code. */
export const WhoForm = ({ submit, onSend }: WhoFormProps) => {
  const access = usePageTexts(accessTexts);
  const { login } = useTexts();
  const form = useForm({ login: "" });
  const controlCode = useControlCode();
  const send = useMutation({
    mutationFn: async () =>
      await onSend({ login: form.values.login.trim(), controlCode: await controlCode.take() }),
  });
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending && form.require("login")) send.mutate();
      }}
    >
      <TextField
        {...form.field("login")}
        label={login.name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <ControlCode state={controlCode.state} />
      <ProblemNotice error={send.error} />
      <div className="actions">
        <Button submits busy={send.isPending}>
          {send.isPending ? access.sendingPin : submit}
        </Button>
      </div>
    </form>
  );
};
