import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { Page } from "../../layout/page.tsx";
import { useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/notice.tsx";
import { CertificateLogin } from "./certificate-login.tsx";
import { KeyStep } from "./later.tsx";
import { type KeyNeeded, PasswordForm } from "./password-form.tsx";
import { useEnter } from "./use-enter.ts";

type Arrival = { next?: string; registered?: boolean; done?: "reset" | "unblocked" } | null;

export const LoginPage = () => {
  const { login, common, register } = useTexts();
  const arrival = useLocation().state as Arrival;
  const navigate = useNavigate();
  const loadSession = useEnter();
  const [keyNeeded, setKeyNeeded] = useState<KeyNeeded>();

  const enter = async () => {
    await loadSession();
    await navigate(arrival?.next ?? paths.settings, { replace: true });
  };

  if (keyNeeded !== undefined) {
    return (
      <Page key="key" title={login.keyTitle}>
        <KeyStep needed={keyNeeded} onDone={enter} onBack={() => setKeyNeeded(undefined)} />
      </Page>
    );
  }
  return (
    <Page key="password" title={login.title}>
      {arrival?.registered === true && (
        <Notice kind="success" announced title={register.doneTitle}>
          <p>{register.done}</p>
        </Notice>
      )}
      {arrival?.done !== undefined && (
        <Notice
          kind="success"
          announced
          title={arrival.done === "reset" ? login.resetDone : login.unblocked}
        />
      )}
      {arrival?.next !== undefined && <p>{login.needed}</p>}
      <PasswordForm onLoggedIn={enter} onKeyNeeded={setKeyNeeded} />
      <CertificateLogin {...(arrival?.next === undefined ? {} : { next: arrival.next })} />
      <p>
        <Link to={paths.forgotPassword}>{login.forgot}</Link>
      </p>
      <p>
        <Link to={paths.unblock}>{login.blocked}</Link>
      </p>
      <p>
        <Link to={paths.twoFactorReset}>{login.lostKey}</Link>
      </p>
      <p>
        {login.noAccount} <Link to={paths.register}>{common.register}</Link>
      </p>
    </Page>
  );
};
