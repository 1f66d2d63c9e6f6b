import { isProblem } from "../../api/problem.ts";
import { suggestUsername } from "../../format/username.ts";
import { useTexts } from "../../language/language.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Fields } from "./person-fields.tsx";
import { PasswordLength } from "./password-length.tsx";
import { UsernameCheck } from "./username-check.tsx";

interface AccessFieldsProps extends Fields {
  takeControlCode: () => Promise<string>;
  /** The refusal of the whole form: the username may have been taken meanwhile. */
  takenError: unknown;
}

export const AccessFields = ({ form, takeControlCode, takenError }: AccessFieldsProps) => {
  const { register } = useTexts();
  const { firstName, lastName, username, password } = form.values;
  const field = form.field("username");
  const suggestion = suggestUsername(firstName, lastName);
  return (
    <fieldset className="group">
      <legend>{register.access}</legend>
      <div
        onFocus={(event) => {
          const isInput = event.target instanceof HTMLInputElement;
          if (isInput && username === "" && suggestion.length > 2) form.set({ username: suggestion });
        }}
      >
        <TextField
          {...field}
          label={register.username}
          hint={register.usernameHint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
      </div>
      <UsernameCheck
        username={username}
        isTaken={isProblem(takenError, "username-taken")}
        takeControlCode={takeControlCode}
        onChoose={(chosen) => form.set({ username: chosen })}
      />
      <PasswordField
        {...form.field("password")}
        label={register.password}
        hint={register.passwordRules}
        autoComplete="new-password"
        maxLength={256}
      />
      <PasswordLength length={password.length} />
    </fieldset>
  );
};
