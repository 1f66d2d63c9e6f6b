import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { daysUntil, formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { useReload, type Verification } from "../../queries/nia.ts";
import { ofCode } from "../../texts/of-code.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { PortalStep } from "./portal-step.tsx";
import { Timeline } from "./timeline.tsx";

type OpenState = "awaiting-registry-data" | "under-review" | "awaiting-completion" | "completing";

const steps: Partial<Record<OpenState, string>> = {
  "awaiting-registry-data": paths.niaDocument,
  "awaiting-completion": paths.niaCompare,
  completing: paths.niaProgress,
};

/** A verification under way: what is next and by when, what has happened, and the way out. */
export const OpenVerification = ({
  verification,
  deadlinesPaused,
}: {
  verification: Verification;
  deadlinesPaused: boolean;
}) => {
  const { language, texts } = useLanguage();
  const { nia } = texts;
  const reload = useReload();
  const [isAsking, setAsking] = useState(false);
  const [now] = useState(() => Date.now());
  const state = verification.state as OpenState;
  const cancel = useMutation({
    mutationFn: async () => await api.cancelVerification({ params: { id: verification.id } }),
    onSettled: async () => {
      setAsking(false);
      await reload();
    },
  });
  const labels = {
    "awaiting-registry-data": nia.openDocument,
    "under-review": "",
    "awaiting-completion": nia.finish,
    completing: nia.showProgress,
  };
  const isUndoing = verification.timeline.at(-1)?.event === "undoing";
  const isAtPortal = verification.method === "eobcanka" && state === "awaiting-registry-data";
  const step = isAtPortal ? undefined : steps[state];
  const next = isAtPortal ? nia.nextPortal : nia.next[state];
  const undone = state === "awaiting-completion" ? verification.stopReason : undefined;
  const giveUp = !isUndoing && (
    <Button look="outlined" color="error" onClick={() => setAsking(true)}>
      {nia.cancel}
    </Button>
  );
  return (
    <>
      {deadlinesPaused && (
        <Notice kind="info" title={nia.pausedTitle}>
          {nia.paused}
        </Notice>
      )}
      {undone !== undefined && <Notice kind="warning">{ofCode(nia.reasons, undone)}</Notice>}
      <section aria-labelledby="next" className="card">
        <h2 id="next">{nia.nextTitle}</h2>
        <p>{next(formatDay(verification.deadline, language), daysUntil(verification.deadline, now))}</p>
        {isAtPortal ? (
          <PortalStep verification={verification}>{giveUp}</PortalStep>
        ) : (
          <div className="actions">
            {step !== undefined && <ButtonLink to={step}>{labels[state]}</ButtonLink>}
            {giveUp}
          </div>
        )}
        <ProblemNotice error={cancel.error} />
      </section>
      <Timeline timeline={verification.timeline} />
      {isAsking && (
        <ConfirmDialog
          title={nia.cancelTitle}
          confirm={nia.cancelConfirm}
          back={nia.cancelBack}
          busy={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          onBack={() => setAsking(false)}
        >
          <p>
            {state === "completing"
              ? nia.cancelCompleting
              : verification.method === "eobcanka"
                ? nia.cancelPortalText
                : nia.cancelText}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
