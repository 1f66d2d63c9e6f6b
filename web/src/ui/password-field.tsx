import { useState } from "react";
import { useTexts } from "../language/language.tsx";
import { Icon } from "./icon.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";

/** A password that can be looked at while it is typed. */
export const PasswordField = (props: Omit<TextFieldProps, "type" | "end">) => {
  const { common } = useTexts();
  const [shown, setShown] = useState(false);
  const button = (
    <button
      type="button"
      className="reveal"
      aria-label={shown ? common.hidePassword : common.showPassword}
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
    >
      <Icon name="eye" />
    </button>
  );
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      end={button}
    />
  );
};
