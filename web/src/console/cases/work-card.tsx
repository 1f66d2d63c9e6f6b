import { usePageTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import type { CaseAct } from "./use-case.ts";

interface WorkCardProps {
  mayRetry: boolean;
  busy: boolean;
  onAct: (act: CaseAct) => void;
}

/** A case that one person settles. */
export const WorkCard = ({ mayRetry, busy, onAct }: WorkCardProps) => {
  const texts = usePageTexts(caseworkTexts);
  return (
    <section className="card" aria-labelledby="work-title">
      <h2 id="work-title">{texts.workTitle}</h2>
      <div className="actions">
        {mayRetry && (
          <Button busy={busy} onClick={() => onAct({ act: "retry" })}>
            {texts.retry}
          </Button>
        )}
        <Button look="outlined" busy={busy} onClick={() => onAct({ act: "close", outcome: "settled" })}>
          {texts.settled}
        </Button>
        <Button look="outlined" busy={busy} onClick={() => onAct({ act: "close", outcome: "given-up" })}>
          {texts.giveUp}
        </Button>
      </div>
    </section>
  );
};
