import { useParams } from "react-router";
import { usePageTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { consoleTexts } from "../texts/console.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { AccountEvents } from "./account-events.tsx";
import { AccountSummary } from "./account-summary.tsx";
import { CallPanel } from "./call-panel.tsx";
import { consolePaths } from "./paths.ts";
import { useOperatorSession, useViewedAccount } from "./queries.ts";

/** One account at the desk: what there is to know on one side, the call on the other. */
export const AccountPage = () => {
  const { id = "" } = useParams();
  const texts = usePageTexts(consoleTexts);
  const account = useViewedAccount(id);
  const { data: operator } = useOperatorSession();
  return (
    <Page key={id} wide title={texts.accountTitle(account.data?.username ?? "")}>
      <Loaded query={account}>
        {(viewed) => (
          <div className="desk">
            <div>
              <AccountSummary account={viewed} />
              <AccountEvents events={viewed.events} />
            </div>
            <div>
              <CallPanel account={viewed} reload={async () => void (await account.refetch())} />
              {operator?.role !== "auditor" && (
                <p className="actions">
                  <ButtonLink to={consolePaths.newForm(viewed.id)} look="outlined">
                    {texts.registerForm}
                  </ButtonLink>
                </p>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
};
