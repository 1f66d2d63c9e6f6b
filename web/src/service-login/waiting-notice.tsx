import { usePageTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { serviceLoginTexts } from "../texts/pages.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { WaitingLogin } from "./waiting.ts";

/** The way back to the login that led here. */
export const WaitingNotice = ({ login: { id, service } }: { login: WaitingLogin }) => {
  const texts = usePageTexts(serviceLoginTexts);
  return (
    <Notice kind="info" title={service === undefined ? texts.waitingUnnamed : texts.waiting(service)}>
      <p className="actions">
        <ButtonLink to={`${paths.serviceLogin}?id=${id}`} size="s">
          {texts.goOn}
        </ButtonLink>
      </p>
    </Notice>
  );
};
