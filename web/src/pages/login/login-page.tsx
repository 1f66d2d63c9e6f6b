import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useForm } from "../../forms/use-form.ts";
import { Page } from "../../layout/page.tsx";
import { useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { belongsToSession, sessionKey } from "../../queries/session.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CertificateLogin } from "./certificate-login.tsx";
import { KeyStep } from "./key-step.tsx";

type KeyNeeded = Extract<Output<"login">, { state: "security-key-needed" }>;
type Arrival = { next?: string; registered?: boolean; done?: "reset" | "unblocked" } | null;

export const LoginPage = () => {
  const { login, common, register } = useTexts();
  const arrival = useLocation().state as Arrival;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [keyNeeded, setKeyNeeded] = useState<KeyNeeded>();
  const form = useForm({ login: "", password: "" });

  const enter = async () => {
    // The session's own query stays: the header looks at it.
    queries.removeQueries({ predicate: belongsToSession });
    await queries.fetchQuery({
      queryKey: sessionKey,
      queryFn: async () => await api.session(),
      staleTime: 0,
    });
    await navigate(arrival?.next ?? paths.settings, { replace: true });
  };
  const send = useMutation({
    mutationFn: async () => await api.login({ body: form.values }),
    onSuccess: async (answer) => {
      if (answer.state === "logged-in") await enter();
      else setKeyNeeded(answer);
    },
  });

  if (keyNeeded !== undefined) {
    return <KeyStep needed={keyNeeded} onDone={enter} onBack={() => setKeyNeeded(undefined)} />;
  }
  return (
    <Page title={login.title}>
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
          label={login.name}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField {...form.field("password")} label={login.password} autoComplete="current-password" />
        <ProblemNotice error={send.error} />
        <div className="actions">
          <Button submits busy={send.isPending}>
            {send.isPending ? login.submitting : login.submit}
          </Button>
        </div>
      </form>
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
