import { usePageTexts } from "../../language/language.tsx";
import { twoFactorResetTexts } from "../../texts/pages.ts";
import { Notice } from "../../ui/notice.tsx";

/** Said before anything is asked for. */
export const WhatIsLost = () => {
  const texts = usePageTexts(twoFactorResetTexts);
  return (
    <Notice kind="warning" title={texts.lostTitle}>
      <ul>
        {texts.lost.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <p>{texts.stays}</p>
    </Notice>
  );
};
