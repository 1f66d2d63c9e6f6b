import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { SCAN_MOST_BYTES } from "../../../../lambdas/domain/reset-form.ts";
import { api } from "../../api/api.ts";
import type { Input } from "../../api/client.ts";
import { parseDate } from "../../format/parse-date.ts";
import { useForm } from "../../forms/use-form.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { consolePaths } from "../paths.ts";
import { isScanType, sendScan } from "./send-scan.ts";
import { ScanField } from "./scan-field.tsx";

type NewForm = Input<"registerResetForm">["body"];
const kinds: readonly NewForm["kind"][] = ["in-person", "data-box", "certified-signature"];

/** Registers a verified form of an account; nothing happens to the account before another person approves. */
export const NewFormPage = () => {
  const { id: accountId = "" } = useParams();
  const texts = usePageTexts(caseworkTexts);
  const { errors } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [kind, setKind] = useState<NewForm["kind"]>("in-person");
  const [scan, setScan] = useState<File>();
  const [scanError, setScanError] = useState<string>();
  const form = useForm({ verifiedHow: "", dated: "", reference: "", email: "" }, { prefix: "form-" });
  const register = useMutation({
    mutationFn: async ({ file, dated }: { file: File; dated: string }) => {
      const scanId = await sendScan(file);
      const { verifiedHow, reference, email } = form.values;
      return await api.registerResetForm({
        body: { accountId, kind, verifiedHow, dated, reference, email: email.trim(), scanId },
      });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ["helpdesk", "reset-forms"] });
      await navigate(consolePaths.form(accountId, id));
    },
    onError: (error) =>
      form.refuse(error, {
        "/verifiedHow": "verifiedHow",
        "/dated": "dated",
        "/reference": "reference",
        "/email": "email",
      }),
  });
  const pick = (file: File | undefined) => {
    setScan(file);
    setScanError(
      file === undefined
        ? errors.fields.missing
        : file.size > SCAN_MOST_BYTES
          ? texts.scanTooLarge
          : isScanType(file.type)
            ? undefined
            : texts.scanType,
    );
  };
  const submit = () => {
    if (register.isPending || !form.require("verifiedHow", "dated", "reference", "email")) return;
    const dated = parseDate(form.values.dated);
    if (dated === undefined) form.mark("dated", "not-a-real-date");
    else if (scan === undefined || scanError !== undefined) pick(scan);
    else register.mutate({ file: scan, dated });
  };
  return (
    <Page title={texts.newFormTitle}>
      <p>{texts.newFormLead}</p>
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SelectField
          id="form-kind"
          label={texts.kind}
          value={kind}
          onChange={(value) => setKind(value as NewForm["kind"])}
          options={kinds.map((one) => [one, texts.formKinds[one]] as const)}
        />
        <TextField
          {...form.field("verifiedHow")}
          label={texts.verifiedHow}
          hint={texts.verifiedHowHint}
          autoComplete="off"
          maxLength={200}
        />
        <TextField {...form.field("dated")} label={texts.dated} hint={texts.datedHint} autoComplete="off" />
        <TextField {...form.field("reference")} label={texts.reference} autoComplete="off" maxLength={60} />
        <TextField
          {...form.field("email")}
          type="email"
          label={texts.email}
          hint={texts.emailHint}
          autoComplete="off"
          maxLength={254}
        />
        <ScanField id="form-scan" label={texts.scan} hint={texts.scanHint} error={scanError} onPick={pick} />
        <ProblemNotice error={register.error} />
        <div className="actions">
          <Button submits busy={register.isPending}>
            {register.isPending ? texts.registering : texts.register}
          </Button>
        </div>
      </form>
    </Page>
  );
};
