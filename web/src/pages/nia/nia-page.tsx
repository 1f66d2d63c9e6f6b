import { useState } from "react";
import { Link } from "react-router";
import { formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { Helpdesk } from "../../layout/helpdesk.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { type NiaState, useNia, type Verification } from "../../queries/nia.ts";
import { ofCode } from "../../texts/of-code.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { BackToLogin } from "../../service-login/back-to-login.tsx";
import { Detach } from "./detach.tsx";
import { LinkedKeys } from "./linked-keys.tsx";
import { Checklist } from "./checklist.tsx";
import { OpenVerification } from "./open-verification.tsx";
import { StartLink } from "./start-link.tsx";
import { Timeline } from "./timeline.tsx";

const isEnded = ({ state }: Verification): boolean =>
  ["completed", "expired", "cancelled", "stopped"].includes(state);

/** "Link to government services (NIA)": the checklist, the verification under way, the link. */
export const NiaPage = () => {
  const { texts } = useLanguage();
  const { data, error, refetch } = useNia();
  return (
    <Page title={texts.nia.title} crumbs={[{ to: paths.settings, label: texts.common.settings }]}>
      <BackToLogin />
      <p>
        {texts.nia.lead} <Link to={paths.services}>{texts.nia.allServices}</Link>
      </p>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <NiaContent {...data} />
      )}
      <Helpdesk />
    </Page>
  );
};

const NiaContent = ({
  checklist,
  mayLink,
  keys,
  link,
  waitsForNia,
  verification,
  deadlinesPaused,
}: NiaState) => {
  const { unlinking } = useLanguage().texts;
  const [isDetached, setDetached] = useState(false);
  const hasFreeKey = checklist.some(({ point, met }) => point === "linkable-key" && met);
  return (
    <>
      {isDetached && link === undefined && <Notice kind="success" announced title={unlinking.detached} />}
      {link !== undefined && <LinkNotice {...link} />}
      <LinkedKeys keys={keys} waitsForNia={waitsForNia} />
      {verification !== undefined && !isEnded(verification) ? (
        <OpenVerification verification={verification} deadlinesPaused={deadlinesPaused} />
      ) : (
        <>
          {verification !== undefined && <Ended verification={verification} />}
          {(link === undefined || hasFreeKey) && (
            <>
              <Checklist checklist={checklist} />
              <StartLink
                keys={keys}
                mayLink={mayLink}
                again={verification !== undefined && verification.state !== "completed"}
              />
            </>
          )}
          {verification !== undefined && <Timeline timeline={verification.timeline} />}
        </>
      )}
      {link !== undefined && (
        <Detach
          hasVerification={verification !== undefined && !isEnded(verification)}
          onDetached={() => setDetached(true)}
        />
      )}
    </>
  );
};

const LinkNotice = ({ state, linkedAt }: NonNullable<NiaState["link"]>) => {
  const { language, texts } = useLanguage();
  const { nia } = texts;
  return state === "active" ? (
    <Notice kind="success" title={nia.linkedTitle}>
      <p>{nia.linkedSince(formatDay(linkedAt, language))}</p>
      <p>
        <Link to={paths.services}>{nia.toServices}</Link>
      </p>
    </Notice>
  ) : (
    <Notice kind="warning" title={nia.suspendedTitle}>
      <p>{nia.suspended}</p>
    </Notice>
  );
};

/** How the last verification ended, and what may be done now. */
const Ended = ({ verification: { state, stopReason } }: { verification: Verification }) => {
  const { nia } = useLanguage().texts;
  if (state === "completed") return null;
  const why = stopReason === undefined ? ofCode(nia.ended, state) : ofCode(nia.reasons, stopReason);
  return (
    <Notice kind={state === "stopped" ? "warning" : "info"} title={nia.endedTitle}>
      <p>{why}</p>
    </Notice>
  );
};
