import { GovFormControl, GovFormLabel, GovFormMessage } from "@gov-design-system-ce/react";
import type { ReactNode } from "react";
import { useTexts } from "../language/language.tsx";

export interface FieldFrame {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

/** Ids of what describes the field, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: FieldFrame): string | undefined =>
  [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ") || undefined;

/** Label above, hint and error below, whatever the field is. */
export const Field = ({ children, ...frame }: FieldFrame & { children: ReactNode }) => {
  const { common } = useTexts();
  const { id, label, hint, error, optional = false } = frame;
  return (
    <GovFormControl size="m" invalid={error !== undefined} className="field">
      <GovFormLabel size="m" identifier={id}>
        {label}
        {optional && <span className="field-optional"> ({common.optional})</span>}
      </GovFormLabel>
      {children}
      <div className="gov-form-control__bottom">
        {error !== undefined && (
          <GovFormMessage size="m" color="error" identifier={`${id}-error`}>
            {error}
          </GovFormMessage>
        )}
        {hint !== undefined && (
          <GovFormMessage size="m" color="neutral" identifier={`${id}-hint`}>
            {hint}
          </GovFormMessage>
        )}
      </div>
    </GovFormControl>
  );
};
