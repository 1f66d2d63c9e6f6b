import { useForm } from "../forms/use-form.ts";
import { useTexts } from "../language/language.tsx";
import { Button } from "../ui/button.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface PasswordStepProps {
  busy: boolean;
  error: unknown;
  onPassword: (password: string) => void;
  onBack: () => void;
}

export const PasswordStep = ({ busy, error, onPassword, onBack }: PasswordStepProps) => {
  const { confirmation, common, login } = useTexts();
  const form = useForm({ password: "" }, { prefix: "confirm-" });
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && form.require("password")) onPassword(form.values.password);
      }}
    >
      <PasswordField {...form.field("password")} label={login.password} autoComplete="current-password" />
      <ProblemNotice error={error} />
      <div className="actions">
        <Button submits busy={busy}>
          {confirmation.confirm}
        </Button>
        <Button look="outlined" onClick={onBack}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};
