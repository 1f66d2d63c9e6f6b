import type { Output } from "../../api/client.ts";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { twoFactorResetTexts } from "../../texts/pages.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What has happened, and what to do next. */
export const Removed = ({ linkEnded }: Output<"removeSecondFactors">) => {
  const texts = usePageTexts(twoFactorResetTexts);
  const { common } = useTexts();
  return (
    <Page key="removed" title={texts.removedTitle}>
      <Notice kind="success" announced title={texts.removed}>
        {linkEnded && <p>{texts.linkEnded}</p>}
      </Notice>
      <h2>{texts.nextTitle}</h2>
      <ol>
        <li>{texts.next.logIn}</li>
        <li>{texts.next.addKey}</li>
        {linkEnded && <li>{texts.next.link}</li>}
      </ol>
      <div className="actions">
        <ButtonLink to={paths.login} state={{ next: paths.keys }}>
          {common.logIn}
        </ButtonLink>
      </div>
    </Page>
  );
};
