import { useMutation } from "@tanstack/react-query";
import { Navigate } from "react-router";
import { api } from "../../api/api.ts";
import { formatDay } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useNia } from "../../queries/nia.ts";
import { useService } from "../../queries/service.ts";
import { sheetTexts } from "../../texts/pages.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Owner } from "./document-owner.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { saveFile } from "../../ui/save-file.ts";

/** The sheet for the office as a page that can be printed, and as a PDF. */
export const DocumentPage = () => {
  const { language, texts } = useLanguage();
  const { nia, common } = texts;
  const sheet = usePageTexts(sheetTexts);
  const { data, error } = useNia();
  const { data: service } = useService();
  const verification = data?.verification;
  const download = useMutation({
    mutationFn: async (id: string) => await api.document({ params: { id } }),
    onSuccess: (pdf) => saveFile(pdf, "czech-point.pdf"),
  });
  const isForOffice =
    verification?.method === "czech-point" && verification.state === "awaiting-registry-data";
  if (data !== undefined && !isForOffice) return <Navigate to={paths.nia} replace />;
  const crumbs = [
    { to: paths.settings, label: common.settings },
    { to: paths.nia, label: nia.short },
  ];
  return (
    <Page title={sheet.title} crumbs={crumbs}>
      <ProblemNotice error={error} />
      {verification === undefined ? (
        <Loading />
      ) : (
        <>
          <p>{sheet.lead}</p>
          <div className="actions screen-only">
            <Button onClick={() => window.print()}>{sheet.print}</Button>
            <Button
              look="outlined"
              busy={download.isPending}
              onClick={() => download.mutate(verification.id)}
            >
              {download.isPending ? sheet.downloading : sheet.download}
            </Button>
          </div>
          <ProblemNotice error={download.error} />
          <section className="sheet" aria-labelledby="ask-for">
            <h2 id="ask-for">{sheet.askFor}</h2>
            <dl>
              <dt>{sheet.service}</dt>
              <dd>
                <strong lang="cs">{sheet.serviceName}</strong>
              </dd>
              <dt>{sheet.scope}</dt>
              <dd>{sheet.scopeOnce}</dd>
              <dt>{sheet.recipient}</dt>
              <dd>
                <strong>{service?.provider.name}</strong>
              </dd>
              <dt>{sheet.companyNumber}</dt>
              <dd>{service?.provider.companyNumber}</dd>
              <dt>{sheet.dataBox}</dt>
              <dd>{service?.provider.dataBoxId}</dd>
              <dt>{sheet.code}</dt>
              <dd className="code">{verification.code}</dd>
              <dt>{sheet.deadline}</dt>
              <dd>
                <strong>{formatDay(verification.deadline, language)}</strong>
              </dd>
            </dl>
          </section>
          <Owner
            keyNames={
              data?.keys.filter(({ id }) => verification.keyIds.includes(id)).map(({ name }) => name) ?? []
            }
          />
          <Notice kind="warning">{sheet.warning}</Notice>
          <h2>{sheet.stepsTitle}</h2>
          <ol>
            {sheet.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <h2>{sheet.checkTitle}</h2>
          <ul>
            {sheet.check.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="screen-only">
            <a href={service?.officesUrl}>{sheet.officesMap}</a>
          </p>
          <div className="actions screen-only">
            <ButtonLink look="outlined" to={paths.nia}>
              {sheet.backToNia}
            </ButtonLink>
          </div>
        </>
      )}
    </Page>
  );
};
