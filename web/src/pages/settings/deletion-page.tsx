import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { useReload } from "../../queries/nia.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Deleting the account: what is lost and when, and the way back while there is one. */
export const DeletionPage = () => {
  const { ownData, common } = useTexts();
  const { data, error, refetch } = useProfile();
  return (
    <Page title={ownData.deletionTitle} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Deletion dueAt={data.deletion?.dueAt} seconds={data.deletionSeconds} />}
    </Page>
  );
};

const Deletion = ({ dueAt, seconds }: { dueAt: string | undefined; seconds: number }) => {
  const { ownData } = useTexts();
  const reload = useReload();
  const keep = useMutation({ mutationFn: async () => await api.cancelDeletion(), onSuccess: reload });
  if (dueAt !== undefined) return <Requested dueAt={dueAt} keep={keep} />;
  return (
    <>
      {keep.isSuccess && <Notice kind="success" announced title={ownData.keptTitle} />}
      <Losses />
      <When seconds={seconds} />
      <Request />
    </>
  );
};

interface Keeping {
  isPending: boolean;
  error: unknown;
  mutate: () => void;
}

const Requested = ({ dueAt, keep }: { dueAt: string; keep: Keeping }) => {
  const { language, texts } = useLanguage();
  const { ownData } = texts;
  return (
    <>
      <Notice kind="warning" announced title={ownData.due(formatInstant(dueAt, language))}>
        <p>{ownData.dueText}</p>
      </Notice>
      <ProblemNotice error={keep.error} />
      <div className="actions">
        <Button busy={keep.isPending} onClick={() => keep.mutate()}>
          {ownData.keep}
        </Button>
        <ButtonLink to={paths.export} look="outlined">
          {ownData.exportStart}
        </ButtonLink>
      </div>
    </>
  );
};

const Losses = () => {
  const { ownData } = useTexts();
  return (
    <>
      <p>{ownData.lostLead}</p>
      <ul>
        {ownData.lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{ownData.kept}</p>
      <p>{ownData.againLead}</p>
    </>
  );
};

const When = ({ seconds }: { seconds: number }) => {
  const { language, texts } = useLanguage();
  const { ownData } = texts;
  const [openedAt] = useState(Date.now);
  const dueAt = new Date(openedAt + seconds * 1000).toISOString();
  return (
    <>
      <h2>{ownData.whenTitle}</h2>
      <p>{ownData.whenDay(formatInstant(dueAt, language))}</p>
      <ol>
        {ownData.when.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
};

const Request = () => {
  const { ownData } = useTexts();
  const [step, setStep] = useState<"ready" | "confirm" | "ask">("ready");
  const reload = useReload();
  const request = useMutation({
    mutationFn: async () => await api.requestDeletion(),
    onSuccess: reload,
    onError: (error) => setStep(isProblem(error, "confirmation-needed") ? "confirm" : "ready"),
  });
  if (step === "confirm")
    return (
      <ConfirmationLogin
        purpose="delete-account"
        onConfirmed={() => setStep("ask")}
        onBack={() => setStep("ready")}
      />
    );
  return (
    <>
      <ProblemNotice error={request.error} />
      <div className="actions">
        <Button color="error" onClick={() => setStep("confirm")}>
          {ownData.deletionStart}
        </Button>
        <ButtonLink to={paths.export} look="outlined">
          {ownData.exportFirst}
        </ButtonLink>
      </div>
      {step === "ask" && (
        <ConfirmDialog
          title={ownData.deletionConfirm.title}
          confirm={ownData.deletionConfirm.yes}
          back={ownData.deletionConfirm.no}
          busy={request.isPending}
          onConfirm={() => request.mutate()}
          onBack={() => setStep("ready")}
        >
          <p>{ownData.deletionConfirm.text}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
