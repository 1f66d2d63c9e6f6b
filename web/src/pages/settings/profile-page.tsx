import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatPhone } from "../../format/phone.ts";
import { useForm } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { LockableField } from "./lockable-field.tsx";
import { changeOf, pointers, valuesOf } from "./profile-form.ts";

export const ProfilePage = () => {
  const { settings, common } = useTexts();
  const { data, error, refetch } = useProfile();
  return (
    <Page title={settings.profileTitle} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <ProfileForm key={data.linked ? "linked" : "free"} profile={data} />
      )}
    </Page>
  );
};

const ProfileForm = ({ profile }: { profile: Output<"profile"> }) => {
  const { settings, register, common } = useTexts();
  const form = useForm(valuesOf(profile), { prefix: "profile-" });
  const reload = useReload();
  const locked: readonly string[] = profile.lockedFields;
  const save = useMutation({
    mutationFn: async () => await api.changeProfile({ body: changeOf(form.values, locked) }),
    onSuccess: reload,
    onError: (error) => form.refuse(error, pointers),
  });
  const field = (name: Parameters<typeof form.field>[0], label: string, lock: string = name) => (
    <LockableField {...form.field(name)} label={label} locked={locked.includes(lock)} field={lock} />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending && form.require("firstName", "lastName")) save.mutate();
      }}
    >
      <fieldset className="group">
        <legend>{register.person}</legend>
        {field("firstName", register.firstName)}
        {field("lastName", register.lastName)}
        {field("birthDate", register.birthDate)}
        <SelectField
          {...form.field("citizenship")}
          label={register.citizenship}
          options={[
            ["CZ", register.citizenshipCz],
            ["other", register.citizenshipOther],
          ]}
        />
      </fieldset>
      <fieldset className="group">
        <legend>{register.address}</legend>
        {field("street", register.street, "address")}
        {field("city", register.city, "address")}
        {field("postalCode", register.postalCode, "address")}
      </fieldset>
      <fieldset className="group">
        <legend>{register.business}</legend>
        {field("organization", register.organization)}
        {field("companyNumber", register.companyNumber)}
        {field("vatNumber", register.vatNumber)}
      </fieldset>
      <h2>{settings.contacts}</h2>
      <dl>
        <dt>{settings.email}</dt>
        <dd>{profile.email.value}</dd>
        <dt>{settings.phone}</dt>
        <dd>{formatPhone(profile.phone.value)}</dd>
      </dl>
      {profile.validation !== undefined && !profile.linked && (
        <Notice kind="warning">{settings.validationLost}</Notice>
      )}
      {save.isSuccess && <Notice kind="success" announced title={common.saved} />}
      <ProblemNotice error={save.error} />
      <div className="actions">
        <Button submits busy={save.isPending}>
          {common.save}
        </Button>
      </div>
    </form>
  );
};
