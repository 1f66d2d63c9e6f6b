import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/api.ts";
import type { Input, Output } from "../api/client.ts";
import { useForm } from "../forms/use-form.ts";
import { usePageTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { consolePaths } from "./paths.ts";

type FindBy = Input<"findAccounts">["body"]["by"];
const ways: readonly FindBy[] = ["username", "email", "phone"];

/** Finds by a whole value alone. What was asked stands in no address. */
export const FindPage = () => {
  const texts = usePageTexts(consoleTexts);
  const [by, setBy] = useState<FindBy>("username");
  const form = useForm({ value: "" }, { prefix: "find-" });
  const find = useMutation({
    mutationFn: async () => await api.findAccounts({ body: { by, value: form.values.value } }),
  });
  return (
    <Page title={texts.findTitle}>
      <p>{texts.findLead}</p>
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          if (!find.isPending && form.require("value")) find.mutate();
        }}
      >
        <SelectField
          id="find-by"
          label={texts.findBy}
          value={by}
          onChange={(value) => {
            setBy(value as FindBy);
            find.reset();
          }}
          options={ways.map((way) => [way, texts.by[way]] as const)}
        />
        <TextField
          {...form.field("value")}
          label={texts.value}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <ProblemNotice error={find.error} />
        <div className="actions">
          <Button submits busy={find.isPending}>
            {find.isPending ? texts.searching : texts.search}
          </Button>
        </div>
      </form>
      {find.data !== undefined && <Found accounts={find.data.accounts} />}
    </Page>
  );
};

const Found = ({ accounts }: Output<"findAccounts">) => {
  const texts = usePageTexts(consoleTexts);
  if (accounts.length === 0) return <Notice kind="info" announced title={texts.nothing} />;
  return (
    <>
      <p role="status">{texts.found(accounts.length)}</p>
      <ul className="found">
        {accounts.map(({ id, username }) => (
          <li key={id}>
            <strong>{username}</strong>
            <ButtonLink to={consolePaths.account(id)} size="s" about={username}>
              {texts.open}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
};
