import { useCallback, useState } from "react";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { serviceLoginTexts } from "../../texts/pages.ts";
import { FocusedHeading } from "../../ui/focused-heading.tsx";
import { KeyStep } from "../login/later.tsx";
import { type KeyNeeded, PasswordForm } from "../login/password-form.tsx";
import { useEnter } from "../login/use-enter.ts";

/** The login of the app, on the way to a service: a linked key is asked for. */
export const LogIn = ({ byCertificate, onEntered }: { byCertificate: boolean; onEntered: () => void }) => {
  const texts = usePageTexts(serviceLoginTexts);
  const { login } = useTexts();
  const loadSession = useEnter();
  const enter = useCallback(async () => {
    await loadSession();
    onEntered();
  }, [loadSession, onEntered]);
  const [keyNeeded, setKeyNeeded] = useState<KeyNeeded>();
  if (keyNeeded !== undefined)
    return (
      <section aria-labelledby="log-in">
        <FocusedHeading key="key" id="log-in">
          {login.keyTitle}
        </FocusedHeading>
        <KeyStep needed={keyNeeded} onDone={enter} onBack={() => setKeyNeeded(undefined)} />
      </section>
    );
  return (
    <section aria-labelledby="log-in">
      <h2 id="log-in">{texts.logInTitle}</h2>
      <p>{byCertificate ? texts.certificate : texts.logInLead}</p>
      <PasswordForm toService onLoggedIn={enter} onKeyNeeded={setKeyNeeded} />
    </section>
  );
};
