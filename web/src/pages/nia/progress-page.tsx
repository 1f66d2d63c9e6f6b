import { useEffect } from "react";
import { useNavigate } from "react-router";
import { usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useNia, useReload, type Verification } from "../../queries/nia.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { progressTexts } from "../../texts/linking.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";

/** Progress by step while NIA is being told; then on to Settings with the message, or back with the reason. */
export const ProgressPage = () => {
  const texts = usePageTexts(progressTexts);
  const page = useNia();
  const navigate = useNavigate();
  const reload = useReload();
  const state = page.data?.verification?.state;
  useEffect(() => {
    if (state === undefined || state === "completing") return;
    const isDone = state === "completed";
    const leave = async () => {
      // Settings must not show for a moment what was true before.
      await reload();
      await navigate(isDone ? paths.settings : paths.nia, {
        replace: true,
        state: isDone ? { linked: true } : null,
      });
    };
    void leave();
  }, [state, navigate, reload]);
  return (
    <Page title={texts.title}>
      <p>{texts.lead}</p>
      <Loaded query={page}>
        {({ verification }) => verification !== undefined && <Steps verification={verification} />}
      </Loaded>
    </Page>
  );
};

const Steps = ({ verification }: { verification: Verification }) => {
  const texts = usePageTexts(progressTexts);
  const { timeline, keysDone, keyIds } = verification;
  const requested = timeline.map(({ event }) => event).lastIndexOf("completion-requested");
  const since = timeline.slice(requested).map(({ event }) => event);
  const isIdentified = since.includes("person-identified");
  const areKeysDone = keysDone === keyIds.length;
  const steps = [
    { text: texts.steps.identify, done: isIdentified, running: !isIdentified },
    {
      text: texts.steps.keys(keysDone, keyIds.length),
      done: areKeysDone,
      running: isIdentified && !areKeysDone,
    },
    { text: texts.steps.finish, done: false, running: areKeysDone },
  ];
  return (
    <>
      <ol className="timeline" aria-live="polite">
        {steps.map(({ text, done, running }) => (
          <li
            key={text}
            className={done || running ? undefined : "is-ahead"}
            aria-current={running ? "step" : undefined}
          >
            <span className="timeline-event">{text}</span>
            <span>{done ? texts.stepDone : running ? texts.stepRunning : texts.stepWaiting}</span>
          </li>
        ))}
      </ol>
      <Loading>{texts.title}</Loading>
      {since.at(-1) === "waiting-for-nia" && <Notice kind="warning">{texts.waitingForNia}</Notice>}
    </>
  );
};
