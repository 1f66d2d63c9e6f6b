import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { usePageTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { accessTexts } from "../../texts/pages.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Sends a PIN to the e-mail that the account has, so that it is verified again. */
export const PresentEmail = ({ email, onLate }: { email: string; onLate: () => void }) => {
  const access = usePageTexts(accessTexts);
  const reload = useReload();
  const begin = useMutation({
    mutationFn: async () => await api.changeEmail({ body: { email } }),
    onSuccess: reload,
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) onLate();
    },
  });
  return (
    <>
      <p>{access.againLead(email)}</p>
      <ProblemNotice error={begin.error} />
      <div className="actions">
        <Button busy={begin.isPending} onClick={() => begin.mutate()}>
          {begin.isPending ? access.sendingPin : access.sendPin}
        </Button>
      </div>
    </>
  );
};
