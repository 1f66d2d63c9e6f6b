import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field, type FieldFrame } from "./field.tsx";

type Input = Pick<
  ComponentProps<"input">,
  "type" | "autoComplete" | "inputMode" | "maxLength" | "readOnly" | "autoCapitalize" | "spellCheck" | "max"
>;

export interface TextFieldProps extends FieldFrame, Input {
  value: string;
  onChange: (value: string) => void;
  /** Stands at the end inside the field. */
  end?: ReactNode;
}

/** One line of text in the design system's frame. */
export const TextField = (props: TextFieldProps) => {
  const { id, label, hint, error, optional = false, value, onChange, end, ...input } = props;
  const frame = { id, label, error, optional, ...(hint === undefined ? {} : { hint }) };
  return (
    <Field {...frame}>
      <div
        className="gov-form-input"
        data-size="m"
        data-type={input.type ?? "text"}
        data-invalid={error !== undefined}
        data-hydrated="hydrated"
      >
        <span className="element">
          <input
            {...input}
            id={id}
            name={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-required={!optional}
            aria-invalid={error !== undefined}
            aria-describedby={describedBy(frame)}
          />
          {end !== undefined && <span className="gov-form-input__icons">{end}</span>}
        </span>
      </div>
    </Field>
  );
};
