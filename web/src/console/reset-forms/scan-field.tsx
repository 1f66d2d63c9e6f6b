import { describedBy, Field, type FieldFrame } from "../../ui/field.tsx";

/** A file of what a scan may be. */
export const ScanField = ({
  onPick,
  ...frame
}: FieldFrame & { onPick: (file: File | undefined) => void }) => (
  <Field {...frame}>
    <input
      id={frame.id}
      type="file"
      accept="application/pdf,image/jpeg,image/png"
      className="file-input"
      aria-required
      aria-invalid={frame.error !== undefined}
      aria-describedby={describedBy(frame)}
      onChange={(event) => onPick(event.target.files?.[0])}
    />
  </Field>
);
