import { useState } from "react";
import { type AuditAction, auditActions } from "../../../lambdas/domain/audit.ts";
import type { Input } from "../api/client.ts";
import { parseInstant } from "../format/parse-instant.ts";
import { useForm } from "../forms/use-form.ts";
import { usePageTexts } from "../language/language.tsx";
import { caseworkTexts } from "../texts/casework.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";

type Question = Input<"searchAudit">["body"];
const actions = Object.keys(auditActions).toSorted() as AuditAction[];

/** An account, an operator, an event and a time: any of them, or none. */
export const AuditForm = ({ busy, onSearch }: { busy: boolean; onSearch: (question: Question) => void }) => {
  const texts = usePageTexts(caseworkTexts);
  const [action, setAction] = useState("");
  const form = useForm({ login: "", operator: "", from: "", until: "" }, { prefix: "audit-" });
  const submit = () => {
    const { login, operator, from, until } = form.values;
    const begins = parseInstant(from);
    const ends = parseInstant(until);
    if (from.trim() !== "" && begins === undefined) form.mark("from", "not-a-real-date");
    else if (until.trim() !== "" && ends === undefined) form.mark("until", "not-a-real-date");
    else
      onSearch({
        ...(login.trim() === "" ? {} : { login }),
        ...(operator.trim() === "" ? {} : { operator }),
        ...(action === "" ? {} : { action: action as AuditAction }),
        ...(begins === undefined ? {} : { from: begins }),
        ...(ends === undefined ? {} : { until: ends }),
      });
  };
  return (
    <form
      noValidate
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <TextField {...form.field("login")} optional label={texts.login} autoComplete="off" maxLength={254} />
      <TextField
        {...form.field("operator")}
        optional
        label={texts.operator}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={64}
      />
      <SelectField
        id="audit-action"
        label={texts.action}
        value={action}
        onChange={setAction}
        options={[["", texts.anyAction] as const, ...actions.map((one) => [one, one] as const)]}
      />
      <TextField
        {...form.field("from")}
        optional
        label={texts.from}
        hint={texts.timeHint}
        autoComplete="off"
      />
      <TextField
        {...form.field("until")}
        optional
        label={texts.until}
        hint={texts.timeHint}
        autoComplete="off"
      />
      <div className="actions">
        <Button submits busy={busy}>
          {busy ? texts.searching : texts.search}
        </Button>
      </div>
    </form>
  );
};
