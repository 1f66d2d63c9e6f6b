import { Link, useParams } from "react-router";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { consoleTexts } from "../../texts/console.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { consolePaths } from "../paths.ts";
import { useOperatorSession } from "../queries.ts";
import { AnswerCard } from "./answer-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { PeopleTable } from "./people-table.tsx";
import { SuggestionTable } from "./suggestion-table.tsx";
import { type ShownCase, useCase } from "./use-case.ts";
import { WorkCard } from "./work-card.tsx";

/** One case with what a decision on it needs to know. */
export const CasePage = () => {
  const { id = "" } = useParams();
  const texts = usePageTexts(caseworkTexts);
  const { data: operator } = useOperatorSession();
  const { query, work } = useCase(id);
  const { kind } = query.data ?? {};
  return (
    <Page key={id} wide title={kind === undefined ? texts.caseColumn : texts.kinds[kind]}>
      <p>
        <Link to={consolePaths.cases}>{texts.casesTitle}</Link>
      </p>
      {work.isSuccess && <Notice kind="success" announced title={texts.done} />}
      <ProblemNotice error={work.error} />
      <Loaded query={query}>
        {(shown) => {
          const mayWork =
            shown.state === "open" && operator?.role !== undefined && operator.role !== "auditor";
          const act = { busy: work.isPending, onAct: work.mutate };
          return (
            <>
              <CaseFacts shown={shown} />
              {shown.answer && <AnswerCard answer={shown.answer} />}
              {shown.people && <PeopleTable people={shown.people} />}
              {shown.answer && (
                <SuggestionTable shown={shown} mayWork={mayWork && shown.proposal === undefined} {...act} />
              )}
              {shown.takesTwo && shown.state === "open" && operator && (
                <DecisionCard shown={shown} operator={operator} {...act} />
              )}
              {!shown.takesTwo && mayWork && <WorkCard mayRetry={shown.mayRetry} {...act} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

const CaseFacts = ({ shown }: { shown: ShownCase }) => {
  const texts = usePageTexts(caseworkTexts);
  const { verificationStates } = usePageTexts(consoleTexts);
  const { language } = useLanguage();
  const { accountId, username, verification, messageId, closed } = shown;
  return (
    <>
      {closed && <Notice kind="info" title={texts.closedCase(texts.outcomes[closed.outcome], closed.by)} />}
      <dl className="facts">
        <dt>{texts.openedColumn}</dt>
        <dd>{formatInstant(shown.openedAt, language)}</dd>
        {accountId !== undefined && username !== undefined && (
          <>
            <dt>{texts.account}</dt>
            <dd>
              <Link to={consolePaths.account(accountId)}>{username}</Link>
            </dd>
          </>
        )}
        {verification && (
          <>
            <dt>{texts.verification}</dt>
            <dd>
              {verificationStates[verification.state]}, {formatInstant(verification.createdAt, language)}
            </dd>
          </>
        )}
        {messageId !== undefined && (
          <>
            <dt>{texts.message}</dt>
            <dd>{messageId}</dd>
          </>
        )}
      </dl>
    </>
  );
};
