import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/later.tsx";
import { useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface DetachProps {
  hasVerification: boolean;
  onDetached: () => void;
}

/** "Detach from NIA": says what will be lost, asks for the confirmation login, and ends the link. */
export const Detach = ({ hasVerification, onDetached }: DetachProps) => {
  const { unlinking } = useTexts();
  const [step, setStep] = useState<"ready" | "asking" | "confirming">("ready");
  const reload = useReload();
  const detach = useMutation({
    mutationFn: async () => await api.detach(),
    onSuccess: async () => {
      onDetached();
      await reload();
    },
    onError: (error) => {
      setStep(isProblem(error, "confirmation-needed") ? "confirming" : "ready");
    },
  });
  if (step === "confirming" && !detach.isPending)
    return (
      <ConfirmationLogin
        purpose="detach"
        onConfirmed={() => detach.mutate()}
        onBack={() => setStep("ready")}
      />
    );
  return (
    <>
      <ProblemNotice error={detach.error} onRetry={() => detach.mutate()} />
      <div className="actions">
        <Button look="outlined" color="error" busy={detach.isPending} onClick={() => setStep("asking")}>
          {unlinking.detach}
        </Button>
      </div>
      {step === "asking" && (
        <ConfirmDialog
          title={unlinking.detachTitle}
          confirm={unlinking.detachConfirm}
          back={unlinking.detachBack}
          onConfirm={() => setStep("confirming")}
          onBack={() => setStep("ready")}
        >
          <ul>
            {unlinking.detachLoses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
            {hasVerification && <li>{unlinking.detachVerification}</li>}
          </ul>
          <p>{unlinking.detachStays}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
