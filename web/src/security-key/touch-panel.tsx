import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { stopTouch, TouchError } from "./touch.ts";

interface TouchPanelProps {
  /** The ceremony and what follows it. Runs at once, and again with each retry. */
  onTouch: () => Promise<void>;
  onBack: () => void;
  back: string;
  /** What to do without the key, where it is not a user's. */
  withoutKey?: string;
}

/** Waits for a touch: says what to do, what went wrong, and offers to try again. */
export const TouchPanel = ({ onTouch, onBack, back, withoutKey }: TouchPanelProps) => {
  const { login } = useTexts();
  const [error, setError] = useState<unknown>();
  const [isWaiting, setWaiting] = useState(true);
  const begun = useRef(false);
  const run = useCallback(async () => {
    setError(undefined);
    setWaiting(true);
    try {
      await onTouch();
    } catch (caught) {
      setError(caught);
    } finally {
      setWaiting(false);
    }
  }, [onTouch]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void run();
  }, [run]);

  return (
    <div className="touch">
      <p>{login.keyLead}</p>
      {isWaiting ? <Loading>{login.keyWaiting}</Loading> : <TouchProblem error={error} />}
      <div className="actions">
        {!isWaiting && <Button onClick={() => void run()}>{login.keyRetry}</Button>}
        <Button
          look="outlined"
          onClick={() => {
            stopTouch();
            onBack();
          }}
        >
          {back}
        </Button>
      </div>
      <p>{withoutKey ?? <Link to={paths.twoFactorReset}>{login.lostKey}</Link>}</p>
    </div>
  );
};

const TouchProblem = ({ error }: { error: unknown }) => {
  const { login } = useTexts();
  // Refusals of the API are shown by whoever asked.
  if (!(error instanceof TouchError)) return null;
  const isUnsupported = error.failure === "unsupported";
  return (
    <Notice kind="warning" announced title={isUnsupported ? login.keyUnsupported : login.keyCancelled} />
  );
};
