import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { ControlCode } from "../../control-code/control-code.tsx";
import { useControlCode } from "../../control-code/use-control-code.ts";
import { normalizePhone } from "../../format/phone.ts";
import { useForm } from "../../forms/use-form.ts";
import { Page } from "../../layout/page.tsx";
import { useLanguage } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AccessFields } from "./access-fields.tsx";
import { BusinessFields } from "./business-fields.tsx";
import {
  type Draft,
  type DraftField,
  hasRealDate,
  pointers,
  registrationOf,
  requiredFields,
} from "./draft.ts";
import { AddressFields, ContactFields, PersonFields } from "./person-fields.tsx";
import type { PinState } from "./pin-page.tsx";
import { RegistrationSteps } from "./steps.tsx";

export const RegisterPage = ({ draft, onSent }: { draft: Draft; onSent: (draft: Draft) => void }) => {
  const { language, texts } = useLanguage();
  const { register, errors } = texts;
  const navigate = useNavigate();
  const controlCode = useControlCode();
  const { username, email, phone, password, postalCode } = errors;
  const form = useForm<DraftField>(draft, { messages: { username, email, phone, password, postalCode } });

  const send = useMutation({
    mutationFn: async () =>
      await api.register({ body: registrationOf(form.values, language, await controlCode.take()) }),
    onSuccess: async ({ registrationId }) => {
      onSent(form.values);
      const state: PinState = {
        registrationId,
        email: form.values.email.trim(),
        phone: normalizePhone(form.values.phone),
      };
      await navigate(paths.registerEmailPin, { state });
    },
    onError: (error) => form.refuse(error, pointers),
  });

  return (
    <Page title={register.title}>
      <RegistrationSteps current={1} />
      <p className="lead">{register.lead}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (send.isPending || !form.require(...requiredFields)) return;
          if (hasRealDate(form.values)) send.mutate();
          else form.mark("birthDate", "not-a-real-date");
        }}
      >
        <PersonFields form={form} />
        <AddressFields form={form} />
        <ContactFields form={form} />
        <AccessFields form={form} takeControlCode={controlCode.take} takenError={send.error} />
        <BusinessFields form={form} />
        <ControlCode state={controlCode.state} />
        <ProblemNotice error={send.error} />
        <div className="actions">
          <Button submits size="l" busy={send.isPending}>
            {send.isPending ? register.submitting : register.submit}
          </Button>
        </div>
      </form>
    </Page>
  );
};
