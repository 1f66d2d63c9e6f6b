import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatDate, formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { consolePaths } from "../paths.ts";
import { useOperatorSession } from "../queries.ts";
import { FormDecision, type FormAct } from "./form-decision.tsx";

type ResetForm = Output<"showResetForm">;

/** One verified form: what it says, its scan, and the decision of another person. */
export const FormPage = () => {
  const { accountId = "", id = "" } = useParams();
  const texts = usePageTexts(caseworkTexts);
  const { data: operator } = useOperatorSession();
  const queries = useQueryClient();
  const params = { accountId, id };
  const form = useQuery({
    queryKey: ["helpdesk", "reset-form", accountId, id],
    queryFn: async () => await api.showResetForm({ params }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const decide = useMutation({
    mutationFn: async (act: FormAct) =>
      act.act === "approve"
        ? await api.approveResetForm({ params })
        : await api.refuseResetForm({ params, body: { reason: act.reason } }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["helpdesk", "reset-forms"] });
      await form.refetch();
    },
  });
  return (
    <Page key={id} wide title={texts.formTitle}>
      <p>
        <Link to={consolePaths.forms}>{texts.formsTitle}</Link>
      </p>
      {decide.isSuccess && <Notice kind="success" announced title={texts.done} />}
      <ProblemNotice error={decide.error} />
      <Loaded query={form}>
        {(shown) => (
          <>
            <FormFacts form={shown} />
            <ScanButton form={shown} />
            {shown.state === "registered" && operator && (
              <FormDecision form={shown} operator={operator} busy={decide.isPending} onAct={decide.mutate} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};

const FormFacts = ({ form }: { form: ResetForm }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const { registered, decided } = form;
  const facts: [string, string][] = [
    [texts.stateColumn, texts.formStates[form.state]],
    [texts.kind, texts.formKinds[form.kind]],
    [texts.verifiedHow, form.verifiedHow],
    [texts.dated, formatDate(form.dated, language)],
    [texts.reference, form.reference],
    [texts.email, form.email],
    [texts.registeredBy, `${registered.by}, ${formatInstant(registered.at, language)}`],
    ...(decided === undefined
      ? []
      : ([[texts.decidedBy, `${decided.by}, ${formatInstant(decided.at, language)}`]] as [string, string][])),
    ...(decided?.reason === undefined
      ? []
      : ([[texts.refuseReason, texts.refusalReasons[decided.reason]]] as [string, string][])),
    [texts.fingerprint, form.scan.sha256],
  ];
  return (
    <dl className="facts">
      <dt>{texts.account}</dt>
      <dd>
        <Link to={consolePaths.account(form.accountId)}>{form.username}</Link>
      </dd>
      {facts.map(([name, value]) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Kept as a file: what somebody scanned is not shown by the console itself. */
const ScanButton = ({ form }: { form: ResetForm }) => {
  const texts = usePageTexts(caseworkTexts);
  const { accountId, id, scan, reference } = form;
  const load = useMutation({
    mutationFn: async () => await api.resetFormScan({ params: { accountId, id } }),
    onSuccess: (content) => saveFile(content, `${reference}.${scan.mediaType.split("/")[1]}`),
  });
  return (
    <>
      <ProblemNotice error={load.error} />
      <div className="actions">
        <Button look="outlined" busy={load.isPending} onClick={() => load.mutate()}>
          {texts.downloadScan}
        </Button>
      </div>
    </>
  );
};
