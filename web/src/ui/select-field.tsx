import { Icon } from "./icon.tsx";
import { describedBy, Field, type FieldFrame } from "./field.tsx";

interface SelectFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [value: string, label: string])[];
  autoComplete?: string;
}

export const SelectField = ({ value, onChange, options, autoComplete, ...frame }: SelectFieldProps) => (
  <Field {...frame}>
    <div
      className="gov-form-select"
      data-size="m"
      data-invalid={frame.error !== undefined}
      data-hydrated="hydrated"
    >
      <span className="element">
        <select
          id={frame.id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          aria-invalid={frame.error !== undefined}
          aria-describedby={describedBy(frame)}
        >
          {options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
        <Icon name="chevron" className="select-arrow" />
      </span>
    </div>
  </Field>
);
