import { useMutation } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { isProblem } from "../api/problem.ts";
import { useForm } from "../forms/use-form.ts";
import { usePageTexts, useTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { PasswordLength } from "../pages/register/password-length.tsx";
import { makeKey, TouchError } from "../security-key/touch.ts";
import { consoleTexts } from "../texts/console.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { consolePaths } from "./paths.ts";

/** What the link ends with: it stays in the browser, for a fragment reaches no server. */
const secretOf = (fragment: string): string | undefined => /^#([A-Za-z0-9_-]{43})$/u.exec(fragment)?.[1];

/** From the link to password and key. Nothing happens before somebody presses a button: mail scanners open links too. */
export const EnrolPage = () => {
  const secret = secretOf(useLocation().hash);
  // Another link is another enrolment, also where nothing but the fragment has changed.
  return <ByLink key={secret} secret={secret} />;
};

const ByLink = ({ secret }: { secret: string | undefined }) => {
  const texts = usePageTexts(consoleTexts);
  const open = useMutation({
    mutationFn: async (body: { secret: string }) => await api.openEnrolment({ body }),
  });
  return (
    <Page title={texts.enrolTitle}>
      {secret === undefined && <Notice kind="error" title={texts.enrolNoLink} />}
      {secret !== undefined && open.data === undefined && (
        <>
          <ProblemNotice error={open.error} />
          <div className="actions">
            <Button busy={open.isPending} onClick={() => open.mutate({ secret })}>
              {texts.enrolOpen}
            </Button>
          </div>
        </>
      )}
      {secret !== undefined && open.data !== undefined && <Enrolment secret={secret} opened={open.data} />}
    </Page>
  );
};

const Enrolment = ({ secret, opened }: { secret: string; opened: Output<"openEnrolment"> }) => {
  const texts = usePageTexts(consoleTexts);
  const { errors, register, keys } = useTexts();
  const form = useForm({ password: "" }, { prefix: "enrol-", messages: { password: errors.password } });
  const enrol = useMutation({
    mutationFn: async (password: string) => {
      const response = await makeKey(opened.options, "hardware");
      await api.finishEnrolment({ body: { secret, password, response } });
    },
    onError: (error) => form.refuse(error, { "/password": "password" }),
  });
  if (enrol.isSuccess) return <Enrolled />;
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (enrol.isPending || !form.require("password")) return;
        if (form.values.password.length < 10) form.mark("password", "too-short");
        else enrol.mutate(form.values.password);
      }}
    >
      <p>{texts.enrolLead(opened.name, texts.roles[opened.role])}</p>
      <p>{texts.enrolLogin(opened.login)}</p>
      <input
        type="text"
        className="visually-hidden"
        autoComplete="username"
        value={opened.login}
        readOnly
        hidden
      />
      <PasswordField
        {...form.field("password")}
        label={texts.newPassword}
        hint={register.passwordRules}
        autoComplete="new-password"
        maxLength={256}
      />
      <PasswordLength length={form.values.password.length} />
      <p>{texts.enrolKey}</p>
      {enrol.error instanceof TouchError ? (
        <Notice kind="warning" announced title={keys.failures[enrol.error.failure]} />
      ) : (
        !isProblem(enrol.error, "invalid-input") && <ProblemNotice error={enrol.error} />
      )}
      <div className="actions">
        <Button submits busy={enrol.isPending}>
          {enrol.isPending ? texts.enrolling : texts.enrol}
        </Button>
      </div>
    </form>
  );
};

const Enrolled = () => {
  const texts = usePageTexts(consoleTexts);
  return (
    <>
      <Notice kind="success" announced title={texts.enrolled}>
        <p>{texts.enrolledNext}</p>
      </Notice>
      <div className="actions">
        <ButtonLink to={consolePaths.home}>{texts.toLogin}</ButtonLink>
      </div>
    </>
  );
};
