import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useForm } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { Button } from "../../ui/button.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

export type KeyNeeded = Extract<Output<"login">, { state: "security-key-needed" }>;

interface PasswordFormProps {
  /** On the way to a government service: a linked key will be asked for. */
  toService?: boolean;
  onLoggedIn: () => Promise<void>;
  onKeyNeeded: (needed: KeyNeeded) => void;
}

/** The first step of a login: name and password. */
export const PasswordForm = ({ toService = false, onLoggedIn, onKeyNeeded }: PasswordFormProps) => {
  const { login } = useTexts();
  const form = useForm({ login: "", password: "" });
  const send = useMutation({
    mutationFn: async () => await api.login({ body: { ...form.values, toService } }),
    onSuccess: async (answer) => {
      if (answer.state === "logged-in") await onLoggedIn();
      else onKeyNeeded(answer);
    },
  });
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending && form.require("login", "password")) send.mutate();
      }}
    >
      <TextField
        {...form.field("login")}
        label={login.name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField {...form.field("password")} label={login.password} autoComplete="current-password" />
      <ProblemNotice error={send.error} />
      <div className="actions">
        <Button submits busy={send.isPending}>
          {send.isPending ? login.submitting : login.submit}
        </Button>
      </div>
    </form>
  );
};
