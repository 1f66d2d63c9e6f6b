import { useState } from "react";
import { useTexts } from "../language/language.tsx";
import { Button } from "./button.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { TextField } from "./text-field.tsx";

interface PinFormProps {
  label: string;
  submit: string;
  error: unknown;
  busy: boolean;
  onPin: (pin: string) => void;
}

/** Six digits from a message; phones offer them to be filled in. */
export const PinForm = ({ label, submit, error, busy, onPin }: PinFormProps) => {
  const { register, errors } = useTexts();
  const [pin, setPin] = useState("");
  const [isShort, setShort] = useState(false);
  return (
    <form
      noValidate
      className="pin-form"
      onSubmit={(event) => {
        event.preventDefault();
        const digits = pin.replaceAll(/\s/gu, "");
        setShort(!/^\d{6}$/u.test(digits));
        if (!busy && /^\d{6}$/u.test(digits)) onPin(digits);
      }}
    >
      <TextField
        id="pin"
        label={label}
        hint={register.pinHint}
        value={pin}
        onChange={(value) => {
          setPin(value);
          setShort(false);
        }}
        error={isShort ? errors.pin : undefined}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
      />
      <ProblemNotice error={error} />
      <div className="actions">
        <Button submits busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
};
