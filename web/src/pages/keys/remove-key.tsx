import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useLosses } from "./losses.ts";

type SecurityKey = Output<"securityKeys">["keys"][number];
export type Removal = Output<"removeSecurityKey"> & { name: string };

interface RemoveKeyProps {
  securityKey: SecurityKey;
  keys: readonly SecurityKey[];
  onRemoved: (removal: Removal) => void;
  onBack: () => void;
}

/** Says what will be lost, asks for the confirmation login, and removes the key. */
export const RemoveKey = ({ securityKey, keys, onRemoved, onBack }: RemoveKeyProps) => {
  const { unlinking, common } = useTexts();
  const { id, name } = securityKey;
  const losses = useLosses(securityKey, keys);
  const [step, setStep] = useState<"asking" | "confirming" | "removing">("asking");
  const reload = useReload();
  const remove = useMutation({
    mutationFn: async () => await api.removeSecurityKey({ params: { keyId: id } }),
    onSuccess: async (removal) => {
      onRemoved({ ...removal, name });
      await reload();
    },
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) setStep("confirming");
    },
  });
  if (step === "asking")
    return (
      <ConfirmDialog
        title={unlinking.removeTitle(name)}
        confirm={unlinking.removeConfirm}
        back={unlinking.removeBack}
        busy={losses === undefined}
        onConfirm={() => setStep("confirming")}
        onBack={onBack}
      >
        <ul>
          {losses?.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      </ConfirmDialog>
    );
  if (step === "confirming")
    return (
      <ConfirmationLogin
        purpose="remove-key"
        onConfirmed={() => {
          setStep("removing");
          remove.mutate();
        }}
        onBack={onBack}
      />
    );
  return (
    <div aria-busy={remove.isPending}>
      <ProblemNotice error={remove.error} onRetry={() => remove.mutate()} />
      {remove.error !== null && (
        <Button look="outlined" onClick={onBack}>
          {common.back}
        </Button>
      )}
    </div>
  );
};
