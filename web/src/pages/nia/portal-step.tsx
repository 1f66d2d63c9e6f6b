import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/later.tsx";
import { useTexts } from "../../language/language.tsx";
import { useReload, type Verification } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Takes this browser to NIA's portal; it comes back by a form of the portal's. */
export const goToPortal = async (id: string): Promise<void> => {
  const { location } = await api.openPortalLogin({ params: { id } });
  window.location.assign(location);
};

/** The button that leads to the portal, with others beside it; the confirmation login where the last one is over. */
export const PortalStep = ({
  verification,
  label,
  children,
}: {
  verification: Pick<Verification, "id" | "keyIds">;
  label?: string;
  children: ReactNode;
}) => {
  const { nia } = useTexts();
  const reload = useReload();
  const [isConfirming, setConfirming] = useState(false);
  const go = useMutation({
    mutationFn: async () => await goToPortal(verification.id),
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) setConfirming(true);
      // Another tab has been there already.
      if (isProblem(error, "wrong-state")) void reload();
    },
  });
  if (isConfirming)
    return (
      <ConfirmationLogin
        purpose="link"
        keyIds={verification.keyIds}
        onConfirmed={() => {
          setConfirming(false);
          go.mutate();
        }}
        onBack={() => setConfirming(false)}
      />
    );
  return (
    <>
      <div className="actions">
        <Button busy={go.isPending} onClick={() => go.mutate()}>
          {go.isPending ? nia.toPortalBusy : (label ?? nia.toPortal)}
        </Button>
        {children}
      </div>
      {!isProblem(go.error, "confirmation-needed") && <ProblemNotice error={go.error} />}
    </>
  );
};
