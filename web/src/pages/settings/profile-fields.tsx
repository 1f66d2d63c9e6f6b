import type { Output } from "../../api/client.ts";
import { formatPhone } from "../../format/phone.ts";
import type { Form } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { ofCode } from "../../texts/of-code.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { LockableField } from "./lockable-field.tsx";
import type { ProfileField } from "./profile-form.ts";

interface ProfileFieldsProps {
  form: Form<ProfileField>;
  profile: Output<"profile">;
}

interface LockProps extends ProfileFieldsProps {
  name: ProfileField;
  label: string;
  /** The field of the account that it is a part of. */
  of?: string;
  optional?: boolean;
}

const Lockable = ({ form, profile, name, label, of = name, optional = false }: LockProps) => {
  const lockedFields: readonly string[] = profile.lockedFields;
  return (
    <LockableField
      {...form.field(name)}
      label={label}
      locked={lockedFields.includes(of)}
      field={of}
      optional={optional}
    />
  );
};

export const PersonalFields = (props: ProfileFieldsProps) => {
  const { register } = useTexts();
  return (
    <fieldset className="group">
      <legend>{register.person}</legend>
      <Lockable {...props} name="firstName" label={register.firstName} />
      <Lockable {...props} name="lastName" label={register.lastName} />
      <Lockable {...props} name="birthDate" label={register.birthDate} optional />
      <SelectField
        {...props.form.field("citizenship")}
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

export const AddressFields = (props: ProfileFieldsProps) => {
  const { register, common } = useTexts();
  const { form, profile } = props;
  const country = form.field("country");
  const isLocked = profile.lockedFields.includes("address");
  return (
    <fieldset className="group">
      <legend>{register.address}</legend>
      <Lockable {...props} name="street" label={register.street} of="address" />
      <Lockable {...props} name="city" label={register.city} of="address" />
      <Lockable {...props} name="postalCode" label={register.postalCode} of="address" />
      {isLocked ? (
        <LockableField
          {...country}
          value={ofCode(common.countries, country.value)}
          label={register.country}
          locked
          field="address"
        />
      ) : (
        <SelectField {...country} label={register.country} options={Object.entries(common.countries)} />
      )}
    </fieldset>
  );
};

export const OrganizationFields = (props: ProfileFieldsProps) => {
  const { register } = useTexts();
  return (
    <fieldset className="group">
      <legend>{register.business}</legend>
      <p>{register.businessHint}</p>
      <Lockable {...props} name="organization" label={register.organization} optional />
      <Lockable {...props} name="companyNumber" label={register.companyNumber} optional />
      <Lockable {...props} name="vatNumber" label={register.vatNumber} optional />
    </fieldset>
  );
};

export const ContactFields = ({ form, profile }: ProfileFieldsProps) => {
  const { settings } = useTexts();
  return (
    <fieldset className="group">
      <legend>{settings.contacts}</legend>
      <dl>
        <dt>{settings.email}</dt>
        <dd>{profile.email.value}</dd>
        <dt>{settings.phone}</dt>
        <dd>{formatPhone(profile.phone.value)}</dd>
      </dl>
      <p className="hint">{settings.contactsHint}</p>
      <SelectField
        {...form.field("language")}
        label={settings.language}
        options={[
          ["cs", "Čeština"],
          ["en", "English"],
        ]}
      />
    </fieldset>
  );
};
