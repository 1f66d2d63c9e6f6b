import type { Output } from "../api/client.ts";
import { formatInstant } from "../format/day.ts";
import { useLanguage, usePageTexts } from "../language/language.tsx";
import { caseworkTexts } from "../texts/casework.ts";
import { Worklist } from "./worklist.tsx";

type Event = Output<"searchAudit">["events"][number];

const about = ({ accountId, verificationId, keyId, correlationId }: Event): string[] =>
  [accountId, verificationId, keyId, correlationId].filter((id) => id !== undefined);

/** What happened, by whom, to what and why: codes and ids, as the log keeps them. */
export const AuditTable = ({ events }: { events: Event[] }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  return (
    <Worklist label={texts.auditTitle} columns={[texts.time, texts.who, texts.event, texts.what]}>
      {events.map((event) => (
        <tr key={event.id}>
          <td>{formatInstant(event.at, language)}</td>
          <td>{event.operator ?? texts.actors[event.actor] ?? event.actor}</td>
          <th scope="row">
            {event.action}
            {event.reason !== undefined && <span className="reason">{event.reason}</span>}
          </th>
          <td className="ids">
            {about(event).map((id) => (
              <span key={id}>{id}</span>
            ))}
          </td>
        </tr>
      ))}
    </Worklist>
  );
};
