import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { Page } from "../../layout/page.tsx";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { sessionKey } from "../../queries/session.ts";
import { touchKey } from "../../security-key/touch.ts";
import { TouchPanel } from "../../security-key/touch-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PinForm } from "../../ui/pin-form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { type LinkPlace, linkPlaceOf } from "./link-place.ts";
import { NewPasswordForm } from "./new-password-form.tsx";
import { accessTexts } from "../../texts/pages.ts";

type Step = Output<"enterPasswordResetPin">;

/** From the link of the mail over the code from the phone, and a touch where there is a key, to the new password. */
export const ResetPasswordPage = () => {
  const access = usePageTexts(accessTexts);
  const place = linkPlaceOf(useLocation().hash);
  const [step, setStep] = useState<Step>();
  return (
    <Page key={step?.state} title={access.resetTitle}>
      {place === undefined && <Notice kind="error" title={access.noLink} />}
      {place !== undefined && step === undefined && <EnterCode place={place} onStep={setStep} />}
      {place !== undefined && step?.state === "security-key-needed" && (
        <TouchStep id={place.id} step={step} onStep={setStep} />
      )}
      {place !== undefined && step?.state === "password-needed" && (
        <SetPassword id={place.id} handle={step.handle} onLate={() => setStep(undefined)} />
      )}
      <p>
        <Link to={paths.forgotPassword}>{access.askAgain}</Link>
      </p>
    </Page>
  );
};

const EnterCode = ({ place: { id, secret }, onStep }: { place: LinkPlace; onStep: (step: Step) => void }) => {
  const access = usePageTexts(accessTexts);
  const params = { id };
  const open = useMutation({
    mutationFn: async () => await api.openPasswordReset({ params, body: { secret } }),
  });
  const enter = useMutation({
    mutationFn: async (pin: string) => await api.enterPasswordResetPin({ params, body: { secret, pin } }),
    onSuccess: onStep,
  });
  const isOpen = open.data !== undefined;
  return (
    <>
      <p aria-live="polite">{isOpen ? access.codeLead(open.data.phone) : access.resetLead}</p>
      {isOpen && (
        <PinForm
          label={access.code}
          submit={access.confirmPin}
          error={enter.error}
          busy={enter.isPending}
          onPin={(pin) => enter.mutate(pin)}
        />
      )}
      <ProblemNotice error={open.error} />
      <div className="actions">
        <Button look={isOpen ? "outlined" : "solid"} busy={open.isPending} onClick={() => open.mutate()}>
          {isOpen ? access.newCode : access.sendCode}
        </Button>
      </div>
    </>
  );
};

const TouchStep = (props: {
  id: string;
  step: Extract<Step, { state: "security-key-needed" }>;
  onStep: (step: Step | undefined) => void;
}) => {
  const access = usePageTexts(accessTexts);
  const { common } = useTexts();
  const { id, step, onStep } = props;
  const [refusal, setRefusal] = useState<unknown>();
  const { handle, options } = step;
  const onTouch = useCallback(async () => {
    setRefusal(undefined);
    const response = await touchKey(options);
    try {
      await api.resetPasswordWithKey({ params: { id }, body: { handle, response } });
      onStep({ state: "password-needed", handle });
    } catch (error) {
      setRefusal(error);
    }
  }, [id, handle, options, onStep]);
  return (
    <>
      <p>{access.keyLead}</p>
      <ProblemNotice error={refusal} />
      <TouchPanel onTouch={onTouch} onBack={() => onStep(undefined)} back={common.back} />
    </>
  );
};

const SetPassword = (props: { id: string; handle: string; onLate: () => void }) => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { id, handle, onLate } = props;
  const save = async (password: string): Promise<void> => {
    try {
      await api.resetPassword({ params: { id }, body: { handle, password } });
    } catch (error) {
      if (isProblem(error, "link-used-up")) onLate();
      throw error;
    }
    // Every session has ended, this browser's own too.
    queries.setQueryData(sessionKey, null);
    await navigate(paths.login, { state: { done: "reset" }, replace: true });
  };
  return <NewPasswordForm onSave={save} />;
};
