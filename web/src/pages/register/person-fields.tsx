import type { Form } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { DraftField } from "./draft.ts";

export interface Fields {
  form: Form<DraftField>;
}

export const PersonFields = ({ form }: Fields) => {
  const { register } = useTexts();
  return (
    <fieldset className="group">
      <legend>{register.person}</legend>
      <div className="pair">
        <TextField {...form.field("firstName")} label={register.firstName} autoComplete="given-name" />
        <TextField {...form.field("lastName")} label={register.lastName} autoComplete="family-name" />
      </div>
      <TextField
        {...form.field("birthDate")}
        label={register.birthDate}
        autoComplete="bday"
        optional
        hint={register.birthDateHint}
      />
      <SelectField
        {...form.field("citizenship")}
        label={register.citizenship}
        hint={register.citizenshipNote}
        options={[
          ["CZ", register.citizenshipCz],
          ["other", register.citizenshipOther],
        ]}
      />
    </fieldset>
  );
};

export const AddressFields = ({ form }: Fields) => {
  const { register, common } = useTexts();
  return (
    <fieldset className="group">
      <legend>{register.address}</legend>
      <TextField
        {...form.field("street")}
        label={register.street}
        hint={register.streetHint}
        autoComplete="address-line1"
      />
      <div className="pair">
        <TextField {...form.field("city")} label={register.city} autoComplete="address-level2" />
        <TextField {...form.field("postalCode")} label={register.postalCode} autoComplete="postal-code" />
      </div>
      <SelectField
        {...form.field("country")}
        label={register.country}
        options={Object.entries(common.countries)}
        autoComplete="country"
      />
    </fieldset>
  );
};

export const ContactFields = ({ form }: Fields) => {
  const { register } = useTexts();
  return (
    <fieldset className="group">
      <legend>{register.contacts}</legend>
      <TextField
        {...form.field("email")}
        label={register.email}
        hint={register.emailHint}
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
      <TextField
        {...form.field("phone")}
        label={register.phone}
        hint={register.phoneHint}
        type="tel"
        autoComplete="tel"
      />
    </fieldset>
  );
};
