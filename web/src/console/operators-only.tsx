import { Outlet } from "react-router";
import { usePageTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Notice } from "../ui/notice.tsx";
import { OperatorLoginPage } from "./operator-login-page.tsx";
import { useOperatorSession } from "./queries.ts";
import { useSessionEnd } from "./use-session-end.ts";

/** The pages behind the login of operators; the address stays, so that one goes on where one wanted to. */
export const OperatorsOnly = () => {
  const session = useOperatorSession();
  return (
    <Loaded query={session}>
      {(operator) => {
        if (operator === null) return <OperatorLoginPage />;
        return operator.open ? <AtWork /> : <Closed />;
      }}
    </Loaded>
  );
};

const AtWork = () => {
  useSessionEnd();
  return <Outlet />;
};

const Closed = () => {
  const texts = usePageTexts(consoleTexts);
  return (
    <Page title={texts.closedTitle}>
      <Notice kind="info">
        <p>{texts.closed}</p>
      </Notice>
    </Page>
  );
};
