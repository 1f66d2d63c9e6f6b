import { useMutation } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { useForm } from "../forms/use-form.ts";
import { usePageTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { touchKey } from "../security-key/touch.ts";
import { TouchPanel } from "../security-key/touch-panel.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Button } from "../ui/button.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useEnterConsole } from "./queries.ts";

type KeyNeeded = Output<"operatorLogin">;

/** Password, then key: there is no login without it. */
export const OperatorLoginPage = () => {
  const [needed, setNeeded] = useState<KeyNeeded>();
  return needed === undefined ? (
    <PasswordStep onNeeded={setNeeded} />
  ) : (
    <KeyStep needed={needed} onBack={() => setNeeded(undefined)} />
  );
};

const PasswordStep = ({ onNeeded }: { onNeeded: (needed: KeyNeeded) => void }) => {
  const texts = usePageTexts(consoleTexts);
  const form = useForm({ login: "", password: "" }, { prefix: "operator-" });
  const send = useMutation({
    mutationFn: async () => await api.operatorLogin({ body: form.values }),
    onSuccess: onNeeded,
  });
  return (
    <Page title={texts.loginTitle}>
      <p>{texts.loginLead}</p>
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          if (!send.isPending && form.require("login", "password")) send.mutate();
        }}
      >
        <TextField
          {...form.field("login")}
          label={texts.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <PasswordField {...form.field("password")} label={texts.password} autoComplete="current-password" />
        <ProblemNotice error={send.error} />
        <div className="actions">
          <Button submits busy={send.isPending}>
            {send.isPending ? texts.submittingLogin : texts.submitLogin}
          </Button>
        </div>
      </form>
      <p className="hint">{texts.lostKey}</p>
    </Page>
  );
};

/** A refusal ends the attempt: each challenge is good for one answer. */
const KeyStep = ({ needed, onBack }: { needed: KeyNeeded; onBack: () => void }) => {
  const texts = usePageTexts(consoleTexts);
  const enter = useEnterConsole();
  const [refusal, setRefusal] = useState<unknown>();
  const onTouch = useCallback(async () => {
    const response = await touchKey(needed.options);
    try {
      await api.operatorLoginWithKey({ body: { handle: needed.handle, response } });
    } catch (error) {
      setRefusal(error);
      return;
    }
    await enter();
  }, [needed, enter]);
  return (
    <Page title={texts.keyTitle}>
      {refusal === undefined ? (
        <TouchPanel onTouch={onTouch} onBack={onBack} back={texts.keyBack} withoutKey={texts.lostKey} />
      ) : (
        <>
          <ProblemNotice error={refusal} />
          <div className="actions">
            <Button onClick={onBack}>{texts.keyBack}</Button>
          </div>
        </>
      )}
    </Page>
  );
};
