import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api/api.ts";
import { useTexts } from "../../language/language.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface UsernameCheckProps {
  username: string;
  isTaken: boolean;
  takeControlCode: () => Promise<string>;
  onChoose: (username: string) => void;
}

/** Tells whether a username is free, and offers one like it where it is not. */
export const UsernameCheck = ({ username, isTaken, takeControlCode, onChoose }: UsernameCheckProps) => {
  const { register } = useTexts();
  const check = useMutation({
    mutationFn: async () => {
      const body = { username: username.trim(), controlCode: await takeControlCode() };
      return { ...(await api.usernameAvailable({ body })), username: body.username };
    },
  });
  const { mutate } = check;
  useEffect(() => {
    if (isTaken) mutate();
  }, [isTaken, mutate]);
  const answer = check.data?.username === username.trim() ? check.data : undefined;
  return (
    <div className="username-check">
      <Button
        look="outlined"
        size="s"
        busy={check.isPending}
        disabled={username.trim().length < 3}
        onClick={() => check.mutate()}
      >
        {check.isPending ? register.checkingUsername : register.checkUsername}
      </Button>
      <output>
        {answer !== undefined && (
          <p className={answer.available ? "good" : "bad"}>
            <Icon name={answer.available ? "check" : "warning"} />
            {answer.available
              ? register.usernameFree(answer.username)
              : register.usernameTaken(answer.username)}
          </p>
        )}
      </output>
      {answer?.suggestion !== undefined && (
        <Button look="outlined" size="s" onClick={() => onChoose(answer.suggestion ?? "")}>
          {register.takeSuggestion(answer.suggestion)}
        </Button>
      )}
      <ProblemNotice error={check.error} />
    </div>
  );
};
