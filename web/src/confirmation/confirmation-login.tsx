import { useMutation } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { api } from "../api/api.ts";
import type { Input, Output } from "../api/client.ts";
import { useTexts } from "../language/language.tsx";
import { TouchPanel } from "../security-key/touch-panel.tsx";
import { touchKey } from "../security-key/touch.ts";
import { FocusedHeading } from "../ui/focused-heading.tsx";
import { PinForm } from "../ui/pin-form.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { KeyProgress } from "./key-progress.tsx";
import { PasswordStep } from "./password-step.tsx";

type Step = Output<"confirm">;
type KeyNeeded = Extract<Step, { state: "security-key-needed" }>;

interface ConfirmationLoginProps {
  purpose: Input<"confirm">["body"]["purpose"];
  /** With `link`: the keys to be linked; each is touched once. */
  keyIds?: string[];
  onConfirmed: () => void;
  onBack: () => void;
}

/** Logging in again, now, for one thing: password, then key by key (or a PIN where the account has no key yet). */
export const ConfirmationLogin = ({ purpose, keyIds, onConfirmed, onBack }: ConfirmationLoginProps) => {
  const { confirmation } = useTexts();
  const [step, setStep] = useState<Step>();
  const goOn = useCallback(
    (next: Step) => {
      if (next.state === "confirmed") onConfirmed();
      else setStep(next);
    },
    [onConfirmed],
  );
  const begin = useMutation({
    mutationFn: async (password: string) =>
      await api.confirm({ body: { purpose, password, ...(keyIds === undefined ? {} : { keyIds }) } }),
    onSuccess: goOn,
  });
  return (
    <section className="card" aria-labelledby="confirmation">
      <FocusedHeading key={step?.state} id="confirmation">
        {confirmation.title}
      </FocusedHeading>
      <p>{confirmation.lead[purpose]}</p>
      {step === undefined && (
        <PasswordStep
          busy={begin.isPending}
          error={begin.error}
          onPassword={(password) => begin.mutate(password)}
          onBack={onBack}
        />
      )}
      {step?.state === "security-key-needed" && (
        <KeyStep key={step.options["challenge"] as string} step={step} onStep={goOn} onBack={onBack} />
      )}
      {(step?.state === "phone-pin-needed" || step?.state === "email-pin-needed") && (
        <PinStep
          confirmationId={step.confirmationId}
          label={step.state === "email-pin-needed" ? confirmation.emailPin : confirmation.pin}
          onStep={goOn}
        />
      )}
    </section>
  );
};

const KeyStep = (props: { step: KeyNeeded; onStep: (step: Step) => void; onBack: () => void }) => {
  const { common } = useTexts();
  const { step, onStep, onBack } = props;
  const [refusal, setRefusal] = useState<unknown>();
  const onTouch = useCallback(async () => {
    setRefusal(undefined);
    const response = await touchKey(step.options);
    try {
      onStep(await api.confirmWithKey({ params: { id: step.confirmationId }, body: { response } }));
    } catch (error) {
      setRefusal(error);
    }
  }, [step, onStep]);
  return (
    <>
      <KeyProgress touched={step.touched} left={step.left} />
      <ProblemNotice error={refusal} />
      <TouchPanel onTouch={onTouch} onBack={onBack} back={common.cancel} />
    </>
  );
};

const PinStep = (props: { confirmationId: string; label: string; onStep: (step: Step) => void }) => {
  const { confirmation } = useTexts();
  const { confirmationId, label, onStep } = props;
  const enter = useMutation({
    mutationFn: async (pin: string) =>
      await api.confirmWithPin({ params: { id: confirmationId }, body: { pin } }),
    onSuccess: onStep,
  });
  return (
    <PinForm
      label={label}
      submit={confirmation.confirm}
      error={enter.error}
      busy={enter.isPending}
      onPin={(pin) => enter.mutate(pin)}
    />
  );
};
