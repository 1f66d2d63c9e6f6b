import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { consolePaths } from "../paths.ts";
import { Worklist } from "../worklist.tsx";

/** Verified forms that wait for a decision, the oldest first. */
export const FormsPage = () => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const forms = useQuery({
    queryKey: ["helpdesk", "reset-forms"],
    queryFn: async () => await api.resetForms(),
    refetchInterval: 60_000,
  });
  return (
    <Page wide title={texts.formsTitle}>
      <p>{texts.formsLead}</p>
      <Loaded query={forms}>
        {({ forms: waiting }) =>
          waiting.length === 0 ? (
            <p>{texts.noForms}</p>
          ) : (
            <Worklist
              label={texts.formsTitle}
              columns={[texts.reference, texts.kind, texts.registeredBy]}
              acts={texts.openCase}
            >
              {waiting.map(({ id, accountId, kind, reference, registered }) => (
                <tr key={id}>
                  <th scope="row">{reference}</th>
                  <td>{texts.formKinds[kind]}</td>
                  <td>
                    {registered.by}, {formatInstant(registered.at, language)}
                  </td>
                  <td>
                    <ButtonLink to={consolePaths.form(accountId, id)} size="s" about={reference}>
                      {texts.openCase}
                    </ButtonLink>
                  </td>
                </tr>
              ))}
            </Worklist>
          )
        }
      </Loaded>
    </Page>
  );
};
