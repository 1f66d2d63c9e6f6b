import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { type ActivityEvent, type ActivityKind, useActivity } from "../../queries/account.ts";
import type { Sentence } from "../../texts/activity.ts";
import { activityTexts } from "../../texts/pages.ts";
import { ofCode } from "../../texts/of-code.ts";
import { Button } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";

/** What happened in the account, newest first, by kind and page by page. */
export const ActivityPage = () => {
  const { common } = useLanguage().texts;
  const activity = usePageTexts(activityTexts);
  const [search, setSearch] = useSearchParams();
  const names = Object.keys(activity.kinds) as ActivityKind[];
  const kind = names.find((name) => name === search.get("kind"));
  return (
    <Page title={activity.title} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{activity.lead}</p>
      <div className="narrow">
        <SelectField
          id="activity-kind"
          label={activity.show}
          value={kind ?? ""}
          onChange={(value) => setSearch(value === "" ? {} : { kind: value }, { replace: true })}
          options={[["", activity.all], ...names.map((name) => [name, activity.kinds[name]] as const)]}
        />
      </div>
      <Events key={kind} kind={kind} />
    </Page>
  );
};

const Events = ({ kind }: { kind: ActivityKind | undefined }) => {
  const activity = usePageTexts(activityTexts);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useActivity(kind);
  const pages = data?.pages ?? [];
  const events = pages.flatMap((page) => page.events);
  const isWhole = data !== undefined && !hasNextPage;
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that had the focus is gone: what stands in its place takes it.
    if (isWhole && pages.length > 1) end.current?.focus();
  }, [isWhole, pages.length]);
  return (
    <>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      <ol className="timeline">
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      <p role="status" className="hint">
        {data !== undefined && (events.length === 0 ? activity.empty : activity.loaded(events.length))}
      </p>
      {hasNextPage && (
        <div className="actions">
          <Button look="outlined" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {activity.more}
          </Button>
        </div>
      )}
      {isWhole && pages.length > 1 && (
        <p ref={end} tabIndex={-1}>
          {activity.end}
        </p>
      )}
    </>
  );
};

const Event = ({ event }: { event: ActivityEvent }) => {
  const { language } = useLanguage();
  const { sentences, actors } = usePageTexts(activityTexts);
  // An API that is newer than this page may tell of what it has no sentence for.
  const sentence = (sentences as Record<string, Sentence>)[event.action]?.(event) ?? event.action;
  return (
    <li>
      <span className="timeline-event">{sentence}</span>
      <span>
        <time dateTime={event.at}>{formatInstant(event.at, language)}</time>
        {event.actor !== "user" && <> · {ofCode(actors, event.actor)}</>}
      </span>
    </li>
  );
};
