import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { consolePaths } from "../paths.ts";
import { Worklist } from "../worklist.tsx";

type Case = Output<"cases">["cases"][number];

/** What waits for the helpdesk, the oldest first. */
export const CasesPage = () => {
  const texts = usePageTexts(caseworkTexts);
  const cases = useQuery({
    queryKey: ["helpdesk", "cases"],
    queryFn: async () => await api.cases(),
    refetchInterval: 60_000,
  });
  return (
    <Page wide title={texts.casesTitle}>
      <p>{texts.casesLead}</p>
      <Loaded query={cases}>
        {({ cases: open }) => (open.length === 0 ? <p>{texts.noCases}</p> : <CaseTable cases={open} />)}
      </Loaded>
    </Page>
  );
};

const CaseTable = ({ cases }: { cases: Case[] }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  return (
    <Worklist
      label={texts.casesTitle}
      columns={[texts.caseColumn, texts.openedColumn, texts.stateColumn]}
      acts={texts.openCase}
    >
      {cases.map(({ id, kind, openedAt, proposal }) => (
        <tr key={id}>
          <th scope="row">{texts.kinds[kind]}</th>
          <td>{formatInstant(openedAt, language)}</td>
          <td>{proposal === undefined ? texts.waits : texts.waitsForDecision(proposal.by)}</td>
          <td>
            <ButtonLink to={consolePaths.case(id)} size="s" about={texts.kinds[kind]}>
              {texts.openCase}
            </ButtonLink>
          </td>
        </tr>
      ))}
    </Worklist>
  );
};
