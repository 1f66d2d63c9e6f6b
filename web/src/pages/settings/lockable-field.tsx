import { useTexts } from "../../language/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TextField, type TextFieldProps } from "../../ui/text-field.tsx";

type LockableFieldProps = TextFieldProps & {
  locked: boolean;
  /** The field of the account. */
  field: string;
};

/** A field that shows a lock, and says why, while the registry owns it. */
export const LockableField = ({ locked, field, ...props }: LockableFieldProps) => {
  const { settings } = useTexts();
  if (!locked) return <TextField {...props} />;
  const why = field === "organization" ? settings.lockedOrganization : settings.locked;
  return (
    <TextField
      {...props}
      readOnly
      hint={
        <>
          <Icon name="lock" /> {why}
        </>
      }
    />
  );
};
