import { useState } from "react";
import { useTexts } from "../../language/language.tsx";
import type { Verification } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

type Method = Verification["method"];

/** How the owner of the account is to be verified. */
export const MethodStep = ({
  error,
  busy,
  onVerify,
}: {
  error: Error | null;
  busy: boolean;
  onVerify: (method: Method) => void;
}) => {
  const { nia } = useTexts();
  const [method, setMethod] = useState<Method>("czech-point");
  const choices = [
    { id: "czech-point", text: nia.methodCzechPoint, hint: nia.methodCzechPointHint },
    { id: "eobcanka", text: nia.methodEobcanka, hint: nia.methodEobcankaHint },
  ] as const;
  return (
    <section>
      <ChoiceGroup legend={<h2>{nia.methodLegend}</h2>}>
        {choices.map(({ id, text, hint }) => (
          <Choice
            key={id}
            kind="radio"
            id={id}
            name="method"
            checked={method === id}
            onChange={() => setMethod(id)}
            hint={hint}
          >
            {text}
          </Choice>
        ))}
      </ChoiceGroup>
      <ProblemNotice error={error} />
      <div className="actions">
        <Button busy={busy} onClick={() => onVerify(method)}>
          {busy ? nia.verifying : nia.verify}
        </Button>
      </div>
    </section>
  );
};
