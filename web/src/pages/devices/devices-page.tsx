import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useSessions } from "../../queries/account.ts";
import { devicesTexts } from "../../texts/pages.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DeviceCard } from "./device-card.tsx";

/** Where the account is logged in, the present device first, and signing out elsewhere. */
export const DevicesPage = () => {
  const { common } = useTexts();
  const texts = usePageTexts(devicesTexts);
  const { data, error, refetch } = useSessions();
  const [done, setDone] = useState<string>();
  const sessions = data?.sessions ?? [];
  const here = sessions.filter(({ present }) => present);
  const elsewhere = sessions.filter(({ present }) => !present);
  const tell = async (what: string) => {
    await refetch();
    setDone(what);
  };
  return (
    <Page title={texts.title} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{texts.lead}</p>
      {done !== undefined && <Notice kind="success" announced title={done} />}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      <ul className="cards plain">
        {[...here, ...elsewhere].map((session) => (
          <li key={session.id}>
            <DeviceCard session={session} onLoggedOut={tell} />
          </li>
        ))}
      </ul>
      {data !== undefined && elsewhere.length === 0 && <p>{texts.onlyHere}</p>}
      {elsewhere.length > 0 && <LogOutOthers onDone={async () => await tell(texts.othersLoggedOut)} />}
    </Page>
  );
};

const LogOutOthers = ({ onDone }: { onDone: () => Promise<void> }) => {
  const { common } = useTexts();
  const texts = usePageTexts(devicesTexts);
  const [isAsking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: async () => await api.endOtherSessions(),
    onSuccess: async () => {
      setAsking(false);
      await onDone();
    },
  });
  return (
    <div className="actions">
      <Button look="outlined" onClick={() => setAsking(true)}>
        {texts.logOutOthers}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.othersTitle}
          confirm={texts.logOutOthers}
          back={common.cancel}
          busy={end.isPending}
          onConfirm={() => end.mutate()}
          onBack={() => setAsking(false)}
        >
          <p>{texts.othersText}</p>
          <ProblemNotice error={end.error} />
        </ConfirmDialog>
      )}
    </div>
  );
};
