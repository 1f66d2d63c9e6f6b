import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useForm } from "../../forms/use-form.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { sessionKey } from "../../queries/session.ts";
import { twoFactorResetTexts } from "../../texts/pages.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface RemovalFormProps {
  id: string;
  onRemoved: (removal: Output<"removeSecondFactors">) => Promise<void>;
}

const digitsOf = (pin: string): string => pin.replaceAll(/\s/gu, "");
const isPin = (pin: string): boolean => /^\d{6}$/u.test(digitsOf(pin));
const pinField = { inputMode: "numeric", autoComplete: "one-time-code", maxLength: 8 } as const;

/** PIN1, PIN2 and the password; only together they remove anything. */
export const RemovalForm = ({ id, onRemoved }: RemovalFormProps) => {
  const texts = usePageTexts(twoFactorResetTexts);
  const { errors, login, register } = useTexts();
  const queries = useQueryClient();
  const messages = { emailPin: errors.pin, phonePin: errors.pin };
  const form = useForm({ emailPin: "", phonePin: "", password: "" }, { messages });
  const { emailPin, phonePin, password } = form.values;

  const remove = useMutation({
    mutationFn: async () => {
      const body = { emailPin: digitsOf(emailPin), phonePin: digitsOf(phonePin), password };
      return await api.removeSecondFactors({ params: { id }, body });
    },
    onSuccess: async (removal) => {
      // Every session has ended, this browser's own too.
      queries.setQueryData(sessionKey, null);
      await onRemoved(removal);
    },
  });
  const isComplete = (): boolean => {
    if (!form.require("emailPin", "phonePin", "password")) return false;
    const wrong = (["emailPin", "phonePin"] as const).find((name) => !isPin(form.values[name]));
    if (wrong !== undefined) form.mark(wrong, "malformed");
    return wrong === undefined;
  };

  return (
    <>
      <p>{texts.pinsLead}</p>
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          if (!remove.isPending && isComplete()) remove.mutate();
        }}
      >
        <TextField {...form.field("emailPin")} {...pinField} label={texts.emailPin} hint={register.pinHint} />
        <TextField {...form.field("phonePin")} {...pinField} label={texts.phonePin} hint={register.pinHint} />
        <PasswordField {...form.field("password")} label={login.password} autoComplete="current-password" />
        {isProblem(remove.error, "credentials-wrong") ? (
          <Notice kind="error" announced title={texts.passwordWrong} />
        ) : (
          <ProblemNotice error={remove.error} />
        )}
        <div className="actions">
          <Button submits color="error" busy={remove.isPending}>
            {remove.isPending ? texts.removing : texts.remove}
          </Button>
        </div>
      </form>
      <p className="hint">{texts.notArrived}</p>
    </>
  );
};
