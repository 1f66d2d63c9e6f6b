import { useCallback, useState } from "react";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useTexts } from "../../language/language.tsx";
import { touchKey } from "../../security-key/touch.ts";
import { TouchPanel } from "../../security-key/touch-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface KeyStepProps {
  needed: Extract<Output<"login">, { state: "security-key-needed" }>;
  onDone: () => Promise<void>;
  onBack: () => void;
}

/** The second step of a login. A refusal ends the attempt: each challenge is good for one answer. */
export const KeyStep = ({ needed, onDone, onBack }: KeyStepProps) => {
  const { login } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const onTouch = useCallback(async () => {
    const response = await touchKey(needed.options);
    try {
      await api.loginWithKey({ body: { handle: needed.handle, response } });
    } catch (error) {
      setRefusal(error);
      return;
    }
    await onDone();
  }, [needed, onDone]);
  return refusal === undefined ? (
    <TouchPanel onTouch={onTouch} onBack={onBack} back={login.useOther} />
  ) : (
    <>
      <ProblemNotice error={refusal} />
      <div className="actions">
        <Button onClick={onBack}>{login.useOther}</Button>
      </div>
    </>
  );
};
