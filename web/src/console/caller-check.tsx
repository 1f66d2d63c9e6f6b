import { useMutation } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { formatInstant } from "../format/day.ts";
import { useForm } from "../forms/use-form.ts";
import { useLanguage, usePageTexts } from "../language/language.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ViewedAccount } from "./queries.ts";

const empty = { firstName: "", lastName: "", birthDate: "", address: "", email: "", phone: "" };
const names = Object.keys(empty) as (keyof typeof empty)[];

interface CallerCheckProps {
  account: ViewedAccount;
  reload: () => Promise<void>;
}

/** The six details as the caller says them, and one answer. What was typed stays for a slip of the pen. */
export const CallerCheck = ({ account, reload }: CallerCheckProps) => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  const form = useForm(empty, { prefix: "said-" });
  const check = useMutation({
    mutationFn: async () => await api.checkCaller({ params: { id: account.id }, body: form.values }),
    onSuccess: reload,
    onError: (error) => form.refuse(error, Object.fromEntries(names.map((name) => [`/${name}`, name]))),
  });
  const hints: Partial<Record<(typeof names)[number], string>> = {
    birthDate: texts.birthDateHint,
    address: texts.addressHint,
  };
  return (
    <section className="card" aria-labelledby="check-title">
      <h2 id="check-title">{texts.checkTitle}</h2>
      {account.call !== undefined ? (
        <Notice kind="success" announced title={texts.passed}>
          <p>{texts.passedUntil(formatInstant(account.call.until, language))}</p>
        </Notice>
      ) : (
        check.data?.outcome === "failed" && <Failed failed={check.data} />
      )}
      <p>{texts.checkLead}</p>
      {account.failedChecks > 0 && <p className="hint">{texts.failedToday(account.failedChecks)}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!check.isPending && form.require(...names)) check.mutate();
        }}
      >
        {names.map((name) => (
          <TextField
            key={name}
            {...form.field(name)}
            label={texts.fields[name]}
            {...(hints[name] === undefined ? {} : { hint: hints[name] })}
            autoComplete="off"
            spellCheck={false}
            maxLength={name === "address" ? 300 : 100}
          />
        ))}
        <ProblemNotice error={check.error} />
        <div className="actions">
          <Button submits busy={check.isPending}>
            {check.isPending ? texts.checking : texts.check}
          </Button>
        </div>
      </form>
    </section>
  );
};

const Failed = ({ failed }: { failed: Extract<Output<"checkCaller">, { outcome: "failed" }> }) => {
  const texts = usePageTexts(consoleTexts);
  return (
    <Notice kind="error" announced title={texts.failed}>
      <p>{texts.failedLead}</p>
      {failed.fields !== undefined && (
        <p>
          {texts.failedFields} {failed.fields.map((field) => texts.fields[field]).join(", ")}
        </p>
      )}
    </Notice>
  );
};
