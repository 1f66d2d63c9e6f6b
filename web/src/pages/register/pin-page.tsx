import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, Navigate, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { formatPhone } from "../../format/phone.ts";
import { Page } from "../../layout/page.tsx";
import { useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PinForm } from "../../ui/pin-form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RegistrationSteps } from "./steps.tsx";

/** Kept with the entry in the browser's history: a reload loses nothing. */
export interface PinState {
  registrationId: string;
  email: string;
  phone: string;
}

const textsOf = {
  email: ({ register }: ReturnType<typeof useTexts>, { email }: PinState) => ({
    title: register.enterEmailPinTitle,
    lead: register.emailPinLead(email),
    label: register.emailPin,
  }),
  phone: ({ register }: ReturnType<typeof useTexts>, { phone }: PinState) => ({
    title: register.enterPhonePinTitle,
    lead: register.phonePinLead(formatPhone(phone)),
    label: register.phonePin,
  }),
};

export const PinPage = ({ step }: { step: "email" | "phone" }) => {
  const state = useLocation().state as PinState | null;
  return state === null ? <Navigate to={paths.register} replace /> : <EnterPin step={step} state={state} />;
};

const EnterPin = ({ step, state }: { step: "email" | "phone"; state: PinState }) => {
  const texts = useTexts();
  const { register } = texts;
  const { title, lead, label } = textsOf[step](texts, state);
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  const params = { id: state.registrationId };

  const enter = useMutation({
    mutationFn: async (pin: string) =>
      await (step === "email" ? api.enterEmailPin : api.enterPhonePin)({ params, body: { pin } }),
    onSuccess: async () => {
      if (step === "email") await navigate(paths.registerPhonePin, { state, replace: true });
      else await navigate(paths.login, { state: { registered: true }, replace: true });
    },
  });
  const resend = useMutation({
    mutationFn: async () => await api.resendPin({ params }),
    onSuccess: () => {
      enter.reset();
      setRound(round + 1);
    },
  });

  return (
    <Page title={title}>
      <RegistrationSteps current={step === "email" ? 2 : 3} />
      <p>{lead}</p>
      <PinForm
        key={round}
        label={label}
        submit={register.confirmPin}
        error={enter.error}
        busy={enter.isPending}
        onPin={(pin) => enter.mutate(pin)}
      />
      {round > 0 && <Notice kind="success" announced title={register.newPinSent} />}
      <ProblemNotice error={resend.error} />
      <div className="actions">
        <Button look="outlined" busy={resend.isPending} onClick={() => resend.mutate()}>
          {register.newPin}
        </Button>
        <Link to={paths.register}>{step === "email" ? register.wrongContact : register.startAgain}</Link>
      </div>
    </Page>
  );
};
