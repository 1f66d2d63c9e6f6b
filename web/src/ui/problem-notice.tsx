import { Problem, Unreachable } from "../api/problem.ts";
import { useTexts } from "../language/language.tsx";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** What went wrong and what to do, in the user's language. Nothing where nothing did. */
export const ProblemNotice = ({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) => {
  const { errors, common } = useTexts();
  if (error === null || error === undefined) return null;
  const { title, detail } =
    error instanceof Problem
      ? error.answer
      : error instanceof Unreachable
        ? errors.unreachable
        : errors.unexpected;
  return (
    <Notice kind="error" title={title} announced>
      <p>{detail}</p>
      {onRetry !== undefined && (
        <p className="actions">
          <Button look="outlined" size="s" onClick={onRetry}>
            {common.retry}
          </Button>
        </p>
      )}
    </Notice>
  );
};
