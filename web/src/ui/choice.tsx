import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

interface ChoiceProps {
  kind: "checkbox" | "radio";
  id: string;
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
}

/** One checkbox or radio button with its label. */
export const Choice = ({ kind, id, name, checked, onChange, children, hint }: ChoiceProps) => (
  <div className={`gov-form-${kind} choice`} data-size="m" data-checked={checked} data-hydrated="hydrated">
    <input
      id={id}
      name={name}
      type={kind}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    <span>
      <span className="gov-form-label" slot="label">
        <label htmlFor={id}>{children}</label>
        {hint !== undefined && (
          <span className="choice-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
      {kind === "checkbox" && <Icon name="check" className="gov-form-checkbox__check" />}
    </span>
  </div>
);

export const ChoiceGroup = ({ legend, children }: { legend: ReactNode; children: ReactNode }) => (
  <fieldset className="choices">
    <legend>{legend}</legend>
    {children}
  </fieldset>
);
