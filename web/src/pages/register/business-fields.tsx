import { useTexts } from "../../language/language.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Fields } from "./person-fields.tsx";

/** Folded up: whoever wants to link the account leaves them empty. */
export const BusinessFields = ({ form }: Fields) => {
  const { register, common } = useTexts();
  const hasError = (["organization", "companyNumber", "vatNumber"] as const).some((name) =>
    form.errorOf(name),
  );
  return (
    <details className="group business" open={hasError || undefined}>
      <summary>
        {register.business} ({common.optional})
      </summary>
      <p>{register.businessHint}</p>
      <TextField
        {...form.field("organization")}
        label={register.organization}
        autoComplete="organization"
        optional
      />
      <div className="pair">
        <TextField {...form.field("companyNumber")} label={register.companyNumber} optional />
        <TextField {...form.field("vatNumber")} label={register.vatNumber} optional />
      </div>
    </details>
  );
};
