import { useState } from "react";
import { useLocation } from "react-router";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useCertificates, useSecurityKeys } from "../../queries/account.ts";
import { useService } from "../../queries/service.ts";
import { useSession } from "../../queries/session.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AddCertificate } from "./add-certificate.tsx";
import { CertificateCard } from "./certificate-card.tsx";

/** The certificates that log in to the account: the list, adding, proving and removing. */
export const CertificatesPage = () => {
  const { certificates: texts, common } = useTexts();
  const { data, error, refetch } = useCertificates();
  const isProven = (useLocation().state as { proven?: boolean } | null)?.proven === true;
  const [removed, setRemoved] = useState<string>();
  const certificates = data?.certificates ?? [];
  return (
    <Page title={texts.title} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{texts.lead}</p>
      {isProven && removed === undefined && <Notice kind="success" announced title={texts.proven} />}
      {removed !== undefined && <Notice kind="success" announced title={texts.removed(removed)} />}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && certificates.length === 0 && <p>{texts.none}</p>}
      <ul className="cards plain">
        {certificates.map((certificate) => (
          <li key={certificate.id}>
            <CertificateCard
              certificate={certificate}
              onRemoved={async () => {
                await refetch();
                setRemoved(certificate.subject);
              }}
            />
          </li>
        ))}
      </ul>
      <Adding />
    </Page>
  );
};

/** What is needed first stands in the place of the button. */
const Adding = () => {
  const { certificates: texts } = useTexts();
  const [isAdding, setAdding] = useState(false);
  const { data: session } = useSession();
  const { data: keys } = useSecurityKeys();
  const { data: service } = useService();
  if (service === undefined || keys === undefined) return null;
  const host = service.certificateLogin;
  if (host === undefined) return <Notice kind="info">{texts.off}</Notice>;
  if (session?.method === "certificate") return <Notice kind="info">{texts.notEnough}</Notice>;
  if (keys.keys.length === 0) {
    return (
      <Notice kind="info" title={texts.keyFirst}>
        <p>
          <ButtonLink to={paths.keys} look="outlined" size="s">
            {texts.toKeys}
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  if (isAdding) return <AddCertificate host={host} onBack={() => setAdding(false)} />;
  return (
    <div className="actions">
      <Button onClick={() => setAdding(true)}>{texts.add}</Button>
    </div>
  );
};
