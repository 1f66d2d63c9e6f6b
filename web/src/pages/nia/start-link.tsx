import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/later.tsx";
import { useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { type NiaState, useReload, type Verification } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { MethodStep } from "./method-step.tsx";
import { goToPortal } from "./portal-step.tsx";

type Step = "ready" | "confirm" | "method";

/** Picks the keys, asks for the confirmation login, then for the method, and starts the verification. */
export const StartLink = ({
  keys,
  mayLink,
  again,
}: Pick<NiaState, "keys" | "mayLink"> & { again: boolean }) => {
  const { nia } = useTexts();
  const navigate = useNavigate();
  const reload = useReload();
  const free = keys.filter(({ linkable, link }) => linkable && (link?.state ?? "ended") === "ended");
  const [unpicked, setUnpicked] = useState<readonly string[]>([]);
  const [step, setStep] = useState<Step>("ready");
  const keyIds = free.map(({ id }) => id).filter((id) => !unpicked.includes(id));
  const start = useMutation({
    mutationFn: async (method: Verification["method"]) =>
      await api.startVerification({ body: { method, keyIds } }),
    onSuccess: async ({ id, method }) => {
      // Where the portal can't be reached, the page shows the verification with the button that leads there.
      if (method === "eobcanka") await goToPortal(id).catch(() => undefined);
      await reload();
      if (method === "czech-point") await navigate(paths.niaDocument);
    },
    onError: (error) => {
      const isLate = isProblem(error, "confirmation-needed") || isProblem(error, "keys-not-confirmed");
      if (isLate) setStep("confirm");
    },
  });

  if (!mayLink) return <p>{nia.checklistIncomplete}</p>;
  if (step === "confirm")
    return (
      <ConfirmationLogin
        purpose="link"
        keyIds={keyIds}
        onConfirmed={() => setStep("method")}
        onBack={() => setStep("ready")}
      />
    );
  if (step === "method")
    return <MethodStep error={start.error} busy={start.isPending} onVerify={start.mutate} />;
  return (
    <section>
      <ChoiceGroup legend={nia.keysLegend}>
        {free.map(({ id, name, modelName }) => (
          <Choice
            key={id}
            kind="checkbox"
            id={`key-${id}`}
            name="keys"
            checked={keyIds.includes(id)}
            onChange={(checked) =>
              setUnpicked(checked ? unpicked.filter((other) => other !== id) : [...unpicked, id])
            }
            hint={modelName}
          >
            {name}
          </Choice>
        ))}
      </ChoiceGroup>
      <p className="hint">{nia.keysHint}</p>
      {keyIds.length === 0 && <Notice kind="warning" announced title={nia.keysNone} />}
      <div className="actions">
        <Button disabled={keyIds.length === 0} onClick={() => setStep("confirm")}>
          {again ? nia.again : nia.link}
        </Button>
      </div>
    </section>
  );
};
