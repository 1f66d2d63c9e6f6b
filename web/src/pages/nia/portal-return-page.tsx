import { Navigate, useParams } from "react-router";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useNia } from "../../queries/nia.ts";
import { portalTexts } from "../../texts/pages.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { PortalStep } from "./portal-step.tsx";

/** The browser came back from NIA's portal with nothing: why, and what can be done now. */
export const PortalReturnPage = () => {
  const { nia, common } = useLanguage().texts;
  const texts = usePageTexts(portalTexts);
  const { failure = "" } = useParams();
  const { data, error, refetch } = useNia();
  if (!isFailure(texts.failures, failure)) return <Navigate to={paths.nia} replace />;
  const { title, text } = texts.failures[failure];
  const verification = data?.verification;
  const isAwaited = verification?.method === "eobcanka" && verification.state === "awaiting-registry-data";
  const toNia = (
    <ButtonLink to={paths.nia} look={isAwaited ? "outlined" : "solid"}>
      {texts.backToNia}
    </ButtonLink>
  );
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.settings, label: common.settings },
        { to: paths.nia, label: nia.short },
      ]}
    >
      <p>{text}</p>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {isAwaited && <p>{texts.elsewhere}</p>}
      {isAwaited ? (
        <PortalStep verification={verification} label={texts.again}>
          {toNia}
        </PortalStep>
      ) : (
        data !== undefined && <div className="actions">{toNia}</div>
      )}
    </Page>
  );
};

const isFailure = <T extends object>(failures: T, name: string): name is keyof T & string =>
  Object.hasOwn(failures, name);
