import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { usePageTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { useReload, useShowVerification } from "../../queries/nia.ts";
import { comparisonTexts } from "../../texts/linking.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface ComparisonActionsProps {
  verificationId: string;
  digest: string;
  /** The confirmation login has run out. */
  onLocked: () => void;
  /** The data are not those that were shown. */
  onStale: () => void;
}

/** "Complete connection to NIA", and beside it "This is not me". */
export const ComparisonActions = ({ verificationId, digest, onLocked, onStale }: ComparisonActionsProps) => {
  const texts = usePageTexts(comparisonTexts);
  const navigate = useNavigate();
  const reload = useReload();
  const show = useShowVerification();
  const [isRejecting, setRejecting] = useState(false);
  const onError = (error: unknown) => {
    setRejecting(false);
    if (isProblem(error, "confirmation-needed")) onLocked();
    if (isProblem(error, "comparison-stale")) onStale();
  };
  const params = { id: verificationId };
  const complete = useMutation({
    mutationFn: async () => await api.complete({ params, body: { digest } }),
    onSuccess: async (verification) => {
      show(verification);
      await navigate(paths.niaProgress, { replace: true });
    },
    onError,
  });
  const reject = useMutation({
    mutationFn: async () => await api.reject({ params }),
    onSuccess: async () => {
      await reload();
      await navigate(paths.nia, { replace: true });
    },
    onError,
  });
  return (
    <>
      <ProblemNotice error={complete.error ?? reject.error} />
      <div className="actions">
        <Button busy={complete.isPending} onClick={() => complete.mutate()}>
          {complete.isPending ? texts.completing : texts.complete}
        </Button>
        <Button look="outlined" color="error" onClick={() => setRejecting(true)}>
          {texts.reject}
        </Button>
      </div>
      {isRejecting && (
        <ConfirmDialog
          title={texts.rejectTitle}
          confirm={texts.rejectConfirm}
          back={texts.rejectBack}
          busy={reject.isPending}
          onConfirm={() => reject.mutate()}
          onBack={() => setRejecting(false)}
        >
          <p>{texts.rejectText}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
