import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useForm } from "../../forms/use-form.ts";
import { useLanguage, useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AddressFields, ContactFields, OrganizationFields, PersonalFields } from "./profile-fields.tsx";
import { changeOf, hasRealDate, pointers, type ProfileField, valuesOf } from "./profile-form.ts";

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
  const { language, texts, changeLanguage } = useLanguage();
  const { settings, errors, common } = texts;
  const form = useForm<ProfileField>(valuesOf(profile), {
    prefix: "profile-",
    messages: { postalCode: errors.postalCode },
  });
  const reload = useReload();
  const save = useMutation({
    mutationFn: async () => await api.changeProfile({ body: changeOf(form.values, profile.lockedFields) }),
    onSuccess: async (saved) => {
      await reload();
      if (saved.language !== language && saved.language !== profile.language)
        await changeLanguage(saved.language);
    },
    onError: (error) => form.refuse(error, pointers),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending || !form.require("firstName", "lastName")) return;
        if (hasRealDate(form.values)) save.mutate();
        else form.mark("birthDate", "not-a-real-date");
      }}
    >
      <PersonalFields form={form} profile={profile} />
      <AddressFields form={form} profile={profile} />
      <OrganizationFields form={form} profile={profile} />
      <ContactFields form={form} profile={profile} />
      {profile.registry?.addressUnknown === true && <Notice kind="warning">{settings.addressUnknown}</Notice>}
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
