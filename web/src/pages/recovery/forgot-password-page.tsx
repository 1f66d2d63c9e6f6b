import { Link, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/notice.tsx";
import { WhoForm } from "./who-form.tsx";
import { usePageTexts } from "../../language/language.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** Asks for the link to a new password. The answer is the same whoever is asked about. */
export const ForgotPasswordPage = () => {
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const isSent = (useLocation().state as { sent?: boolean } | null)?.sent === true;
  return (
    <Page title={access.forgotTitle}>
      {isSent ? (
        <Notice kind="success" announced title={access.forgotDoneTitle}>
          <p>{access.forgotDone}</p>
        </Notice>
      ) : (
        <>
          <p>{access.forgotLead}</p>
          <WhoForm
            submit={access.forgotSubmit}
            onSend={async (body) => {
              await api.requestPasswordReset({ body });
              await navigate(paths.forgotPassword, { state: { sent: true }, replace: true });
            }}
          />
        </>
      )}
      <p>
        <Link to={paths.login}>{access.backToLogin}</Link>
      </p>
    </Page>
  );
};
