import { usePageTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import type { CaseAct, ShownCase } from "./use-case.ts";
import { Worklist } from "../worklist.tsx";

interface SuggestionTableProps {
  shown: ShownCase;
  mayWork: boolean;
  busy: boolean;
  onAct: (act: CaseAct) => void;
}

/** Verifications that an answer may be for, the likeliest first. */
export const SuggestionTable = ({ shown, mayWork, busy, onAct }: SuggestionTableProps) => {
  const texts = usePageTexts(caseworkTexts);
  const { suggestions } = shown;
  return (
    <section aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{texts.suggestionsTitle}</h2>
      {suggestions.length === 0 ? (
        <p>{texts.noSuggestions}</p>
      ) : (
        <Worklist
          label={texts.suggestionsTitle}
          columns={[texts.account, texts.code, texts.why]}
          acts={mayWork ? texts.propose.assign : undefined}
        >
          {suggestions.map(({ accountId, verificationId, username, code, ...why }) => (
            <tr key={verificationId}>
              <th scope="row">{username}</th>
              <td className="typed">{code}</td>
              <td>
                {[
                  why.distance === undefined ? undefined : texts.nearCode(why.distance),
                  why.sameNames ? texts.sameNames : undefined,
                  why.sameBirthDate ? texts.sameBirthDate : undefined,
                ]
                  .filter((one) => one !== undefined)
                  .join(", ")}
              </td>
              {mayWork && (
                <td>
                  <Button
                    look="outlined"
                    size="s"
                    busy={busy}
                    onClick={() =>
                      onAct({
                        act: "propose",
                        decision: { decision: "assign", accountId, verificationId },
                      })
                    }
                  >
                    {texts.propose.assign}
                    <span className="visually-hidden"> {username}</span>
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </Worklist>
      )}
    </section>
  );
};
