import { Link, useLocation } from "react-router";
import type { Undeliverable } from "../../../lambdas/domain/mail-feedback.ts";
import { usePageTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { undeliverableTexts } from "../texts/pages.ts";
import { Notice } from "../ui/notice.tsx";

/** Why no mail goes to the account's address any more, and where that can be changed. */
export const UndeliverableNotice = ({ reason }: { reason: Undeliverable }) => {
  const texts = usePageTexts(undeliverableTexts);
  const { pathname } = useLocation();
  return (
    <div className="banner">
      <Notice kind="warning" title={texts.title}>
        <p>
          {texts[reason]} {texts.whatToDo}
        </p>
        {!pathname.startsWith(paths.contacts) && (
          <p>
            <Link to={paths.contacts}>{texts.link}</Link>
          </p>
        )}
      </Notice>
    </div>
  );
};
