import { formatInstant } from "../format/day.ts";
import { useLanguage, usePageTexts } from "../language/language.tsx";
import type { Sentence } from "../texts/activity.ts";
import { consoleTexts } from "../texts/console.ts";
import { ofCode } from "../texts/of-code.ts";
import { activityTexts } from "../texts/pages.ts";
import type { ViewedAccount } from "./queries.ts";

/** The newest of what happened, in the words that its owner reads; with the operator, where it was one. */
export const AccountEvents = ({ events }: Pick<ViewedAccount, "events">) => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  const { sentences, actors } = usePageTexts(activityTexts);
  return (
    <section>
      <h2>{texts.events}</h2>
      <ol className="timeline">
        {events.map(({ id, at, action, actor, operator, reason, cause }) => (
          <li key={id}>
            <span className="timeline-event">
              {(sentences as Record<string, Sentence>)[action]?.({ reason }) ?? action}
            </span>
            <span>
              <time dateTime={at}>{formatInstant(at, language)}</time>
              {actor !== "user" && <> · {operator ?? ofCode(actors, actor)}</>}
              {cause !== undefined && <> · {texts.causes[cause]}</>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
