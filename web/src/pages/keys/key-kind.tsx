import { useTexts } from "../../language/language.tsx";
import type { NewKeyKind } from "../../security-key/touch.ts";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";

interface KeyKindProps {
  kind: NewKeyKind;
  onKind: (kind: NewKeyKind) => void;
}

/** What is going to be added, and what it has to have. */
export const KeyKind = ({ kind, onKind }: KeyKindProps) => {
  const { keys } = useTexts();
  const choice = (one: NewKeyKind, label: string, hint: string) => (
    <Choice
      kind="radio"
      id={`kind-${one}`}
      name="kind"
      checked={kind === one}
      onChange={() => onKind(one)}
      hint={hint}
    >
      {label}
    </Choice>
  );
  return (
    <ChoiceGroup legend={keys.kind.legend}>
      {choice("hardware", keys.kind.hardware, keys.kind.hardwareHint)}
      {choice("platform", keys.kind.platform, keys.kind.platformHint)}
    </ChoiceGroup>
  );
};
