import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { type Handover, takeFragment, takeHandover } from "../../certificate/handover.ts";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { belongsToSession, sessionKey } from "../../queries/session.ts";
import { ofCode } from "../../texts/of-code.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Where the browser comes back to from the host that has seen its certificate. */
export const HandoverPage = () => {
  const { certificates: texts, errors } = useTexts();
  const { refused, error, purpose } = useHandover();
  const hasFailed = refused !== undefined || error !== undefined;
  const back = purpose === "proof" ? paths.certificates : paths.login;
  return (
    <Page title={texts.handoverTitle}>
      {!hasFailed && <Loading>{texts.handingOver}</Loading>}
      {refused !== undefined && (
        <Notice kind="error" announced title={texts.refused}>
          <p>{ofCode(errors.fields, refused)}</p>
        </Notice>
      )}
      <ProblemNotice error={error} />
      {hasFailed && (
        <div className="actions">
          <ButtonLink to={back}>{purpose === "proof" ? texts.toCertificates : texts.toLogin}</ButtonLink>
        </div>
      )}
    </Page>
  );
};

/** Exchanges the code once, whatever React renders. */
const useHandover = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<{
    refused?: string;
    error?: unknown;
    purpose?: Handover["purpose"];
  }>({});
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const handover = takeHandover();
    const { code = "", refused } = takeFragment();
    const exchange = async () => {
      if (refused !== undefined)
        return setOutcome({ refused, ...(handover && { purpose: handover.purpose }) });
      const body = { code, verifier: handover?.verifier ?? "" };
      try {
        if (handover?.purpose === "proof") {
          await api.proveCertificate({ body });
          await navigate(paths.certificates, { replace: true, state: { proven: true } });
          return;
        }
        await api.loginWithCertificate({ body });
        queries.removeQueries({ predicate: belongsToSession });
        await queries.fetchQuery({
          queryKey: sessionKey,
          queryFn: async () => await api.session(),
          staleTime: 0,
        });
        await navigate(handover?.next ?? paths.settings, { replace: true });
      } catch (error) {
        setOutcome({ error, ...(handover && { purpose: handover.purpose }) });
      }
    };
    void exchange();
  }, [navigate, queries]);
  return outcome;
};
