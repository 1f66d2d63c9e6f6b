import { useTexts } from "../language/language.tsx";
import { Icon } from "../ui/icon.tsx";
import type { ControlCodeState } from "./use-control-code.ts";

/** Says that the form proves on its own that no robot sends it: nothing to read, nothing to copy. */
export const ControlCode = ({ state }: { state: ControlCodeState }) => {
  const { register } = useTexts();
  const text = {
    working: register.controlCodeWorking,
    done: register.controlCodeDone,
    failed: register.controlCodeFailed,
  }[state];
  return (
    <output className="control-code">
      {state === "working" ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        <Icon name={state === "done" ? "check" : "warning"} />
      )}
      <span>
        <strong>{register.controlCode}.</strong> {text}
      </span>
    </output>
  );
};
