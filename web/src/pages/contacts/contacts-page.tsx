import { useLocation } from "react-router";
import type { ContactKind } from "../../../../lambdas/domain/account.ts";
import type { Output } from "../../api/client.ts";
import { formatPhone } from "../../format/phone.ts";
import { Page } from "../../layout/page.tsx";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { useSession } from "../../queries/session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** The e-mail and the phone, each with a way to change it. */
export const ContactsPage = () => {
  const access = usePageTexts(accessTexts);
  const { common } = useTexts();
  const changed = (useLocation().state as { changed?: ContactKind | "again" } | null)?.changed;
  const { data, error, refetch } = useProfile();
  return (
    <Page title={access.contactsTitle} crumbs={[{ to: paths.settings, label: common.settings }]}>
      {changed !== undefined && (
        <Notice kind="success" announced title={access.changed[changed]}>
          <p>{changed === "again" ? access.againNote : access.changedNote}</p>
        </Notice>
      )}
      <p>{access.contactsLead}</p>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <div className="cards">
          <ContactCard kind="email" profile={data} shown={data.email.value} />
          <ContactCard kind="phone" profile={data} shown={formatPhone(data.phone.value)} />
        </div>
      )}
    </Page>
  );
};

const pages = { email: paths.changeEmail, phone: paths.changePhone };

const ContactCard = (props: { kind: ContactKind; profile: Output<"profile">; shown: string }) => {
  const access = usePageTexts(accessTexts);
  const { kind, profile, shown } = props;
  const isMarked = useSession().data?.emailUndeliverable !== undefined && kind === "email";
  const waiting = profile.contactChange?.kind === kind ? profile.contactChange : undefined;
  const isAgain = waiting?.value === profile[kind].value;
  return (
    <section className="card" aria-label={access[kind]}>
      <h2>{access[kind]}</h2>
      <p>{shown}</p>
      {waiting && <Notice kind="info">{isAgain ? access.againWaiting : access.waiting[kind]}</Notice>}
      <div className="actions">
        {isMarked && !waiting && (
          <ButtonLink to={paths.verifyEmail} about={access[kind]}>
            {access.again}
          </ButtonLink>
        )}
        <ButtonLink to={isAgain ? paths.verifyEmail : pages[kind]} look="outlined" about={access[kind]}>
          {waiting ? access.enterPin : access.change}
        </ButtonLink>
      </div>
    </section>
  );
};
