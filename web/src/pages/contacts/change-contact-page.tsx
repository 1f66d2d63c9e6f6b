import { useState } from "react";
import type { ContactKind } from "../../../../lambdas/domain/account.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { Page } from "../../layout/page.tsx";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { useNavigate } from "react-router";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ContactPin } from "./contact-pin.tsx";
import { NewContact } from "./new-contact.tsx";
import { PresentEmail } from "./present-email.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** Confirmation login, the new contact (or, `again`, the present one), and its PIN. A change that waits for its PIN goes on after a reload. */
export const ChangeContactPage = ({ kind, again = false }: { kind: ContactKind; again?: boolean }) => {
  const access = usePageTexts(accessTexts);
  const { common } = useTexts();
  const { data, error, refetch } = useProfile();
  const crumbs = [
    { to: paths.settings, label: common.settings },
    { to: paths.contacts, label: access.contactsTitle },
  ];
  const waiting = data?.contactChange?.kind === kind ? data.contactChange : undefined;
  return (
    <Page title={again ? access.againTitle : access.changeTitle[kind]} crumbs={crumbs}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {waiting !== undefined && <ContactPin change={waiting} again={waiting.value === data?.[kind].value} />}
      {data !== undefined && waiting === undefined && (
        <Begin kind={kind} present={data[kind].value} again={again} />
      )}
    </Page>
  );
};

const Begin = ({ kind, present, again }: { kind: ContactKind; present: string; again: boolean }) => {
  const navigate = useNavigate();
  const [isConfirmed, setConfirmed] = useState(false);
  if (isConfirmed && again) return <PresentEmail email={present} onLate={() => setConfirmed(false)} />;
  if (isConfirmed) return <NewContact kind={kind} present={present} onLate={() => setConfirmed(false)} />;
  return (
    <ConfirmationLogin
      purpose={`change-${kind}`}
      onConfirmed={() => setConfirmed(true)}
      onBack={() => void navigate(paths.contacts)}
    />
  );
};
