import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useForm } from "../../forms/use-form.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { Button } from "../../ui/button.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { PasswordLength } from "../register/password-length.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** A new password by the same rules as at registration. What the API refuses is said at the field. */
export const NewPasswordForm = ({ onSave }: { onSave: (password: string) => Promise<void> }) => {
  const access = usePageTexts(accessTexts);
  const { errors, register } = useTexts();
  const form = useForm({ password: "" }, { prefix: "new-", messages: { password: errors.password } });
  const save = useMutation({
    mutationFn: onSave,
    onError: (error) => form.refuse(error, { "/password": "password" }),
  });
  useEffect(() => document.getElementById("new-password")?.focus(), []);
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending && form.require("password")) save.mutate(form.values.password);
      }}
    >
      <PasswordField
        {...form.field("password")}
        label={access.newPassword}
        hint={register.passwordRules}
        autoComplete="new-password"
        maxLength={256}
      />
      <PasswordLength length={form.values.password.length} />
      <ProblemNotice error={save.error} />
      <div className="actions">
        <Button submits busy={save.isPending}>
          {save.isPending ? access.saving : access.savePassword}
        </Button>
      </div>
    </form>
  );
};
