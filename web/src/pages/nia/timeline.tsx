import { formatInstant } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { ofCode } from "../../texts/of-code.ts";
import type { Verification } from "../../queries/nia.ts";

/** What has happened, oldest first. */
export const Timeline = ({ timeline }: Pick<Verification, "timeline">) => {
  const { language, texts } = useLanguage();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{texts.nia.timelineTitle}</h2>
      <ol className="timeline">
        {timeline.map(({ at, event }, index) => (
          <li key={`${at}-${event}`} aria-current={index === timeline.length - 1 ? "step" : undefined}>
            <span className="timeline-event">{ofCode(texts.nia.events, event)}</span>
            <time dateTime={at}>{formatInstant(at, language)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
};
