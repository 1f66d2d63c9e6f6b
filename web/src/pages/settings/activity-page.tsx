import { formatInstant } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { ofCode } from "../../texts/of-code.ts";
import { paths } from "../../paths.ts";
import { useActivity } from "../../queries/account.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** What happened in the account, newest first. */
export const ActivityPage = () => {
  const { language, texts } = useLanguage();
  const { settings, common } = texts;
  const { data, error, refetch } = useActivity();
  return (
    <Page title={settings.activityTitle} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {data?.events.length === 0 && <p>{settings.activityEmpty}</p>}
      <ol className="timeline">
        {data?.events.map(({ id, at, action }) => (
          <li key={id}>
            <span className="timeline-event">{ofCode(settings.actions, action)}</span>
            <time dateTime={at}>{formatInstant(at, language)}</time>
          </li>
        ))}
      </ol>
    </Page>
  );
};
