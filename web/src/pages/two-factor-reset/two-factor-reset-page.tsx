import { Link, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { usePageTexts } from "../../language/language.tsx";
import { Helpdesk } from "../../layout/helpdesk.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { accessTexts, twoFactorResetTexts } from "../../texts/pages.ts";
import { WhoForm } from "../recovery/who-form.tsx";
import { Removed } from "./removed.tsx";
import { RemovalForm } from "./removal-form.tsx";
import { WhatIsLost } from "./what-is-lost.tsx";

type Removal = Output<"removeSecondFactors">;
type Place = { id?: string; removed?: Removal } | null;

/** The lost-key page: removes every second factor. Its place in the browser's history outlives a reload. */
export const TwoFactorResetPage = () => {
  const texts = usePageTexts(twoFactorResetTexts);
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const { id, removed } = (useLocation().state as Place) ?? {};
  const goTo = async (state: Place) => await navigate(paths.twoFactorReset, { state, replace: true });
  if (removed !== undefined) return <Removed {...removed} />;
  return (
    <Page key={id} title={id === undefined ? texts.title : texts.removalTitle}>
      {id === undefined ? (
        <>
          <p>{texts.lead}</p>
          <p>{texts.otherKey}</p>
          <WhatIsLost />
          <p>{texts.needed}</p>
          <WhoForm
            submit={texts.sendPins}
            onSend={async (body) => await goTo(await api.requestTwoFactorReset({ body }))}
          />
        </>
      ) : (
        <>
          <RemovalForm id={id} onRemoved={async (done) => await goTo({ removed: done })} />
          <p>
            <Link to={paths.twoFactorReset} replace>
              {access.startAgain}
            </Link>
          </p>
        </>
      )}
      <p>
        <Link to={paths.login}>{access.backToLogin}</Link>
      </p>
      <Helpdesk />
    </Page>
  );
};
