import { Link } from "react-router";
import { usePageTexts } from "../../language/language.tsx";
import { Helpdesk } from "../../layout/helpdesk.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useService } from "../../queries/service.ts";
import { loginResetTexts } from "../../texts/pages.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Where the form is served (contract: `loginResetForm`). */
const FORM = "/api/login-reset/form";

/** What to do where nothing else leads back into an account: the form, how to verify it and where to send it. */
export const LoginResetPage = () => {
  const texts = usePageTexts(loginResetTexts);
  const { data, error, refetch } = useService();
  return (
    <Page title={texts.title}>
      <p>{texts.lead}</p>
      <p>
        {texts.easier} <Link to={paths.forgotPassword}>{texts.forgot}</Link>{" "}
        <Link to={paths.twoFactorReset}>{texts.noKey}</Link>
      </p>
      <Notice kind="warning" title={texts.lostTitle}>
        <ul>
          {texts.lost.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      </Notice>
      <h2>{texts.formTitle}</h2>
      <p>{texts.form}</p>
      <p className="actions">
        <span className="gov-button" data-size="m" data-color="primary" data-type="solid">
          <a className="element" href={FORM} download="zadost-o-obnovu-prihlaseni.pdf" hrefLang="cs">
            <span>{texts.download}</span>
          </a>
        </span>
      </p>
      <h2>{texts.sendTitle}</h2>
      <p>{texts.send}</p>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <Loading /> : <Ways {...data} />}
      <h2>{texts.nextTitle}</h2>
      <ol>
        {texts.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Helpdesk />
    </Page>
  );
};

const Ways = ({ provider }: NonNullable<ReturnType<typeof useService>["data"]>) => {
  const { ways } = usePageTexts(loginResetTexts);
  const address = [provider.name, provider.address].filter((part) => part !== undefined).join(", ");
  return (
    <ul>
      <li>
        <strong>{ways.inPerson.title}.</strong> {ways.inPerson.text(address)}
      </li>
      <li>
        <strong>{ways.dataBox.title}.</strong> {ways.dataBox.text(provider.dataBoxId)}
      </li>
      <li>
        <strong>{ways.certifiedSignature.title}.</strong> {ways.certifiedSignature.text(address)}
      </li>
    </ul>
  );
};
