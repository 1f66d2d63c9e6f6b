import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { sessionKey } from "../../queries/session.ts";
import { accessTexts } from "../../texts/pages.ts";
import { Notice } from "../../ui/notice.tsx";
import { linkPlaceOf } from "./link-place.ts";
import { NewPasswordForm } from "./new-password-form.tsx";

/** From the link that went to the contact of a verified form straight to the new password. */
export const NewPasswordPage = () => {
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const place = linkPlaceOf(useLocation().hash);
  const save = async (password: string): Promise<void> => {
    if (place === undefined) return;
    const { id, secret } = place;
    await api.setPasswordAfterForm({ params: { id }, body: { secret, password } });
    // Every session has ended, this browser's own too.
    queries.setQueryData(sessionKey, null);
    await navigate(paths.login, { state: { done: "reset" }, replace: true });
  };
  return (
    <Page title={access.resetTitle}>
      {place === undefined ? (
        <Notice kind="error" title={access.noFormLink} />
      ) : (
        <>
          <p>{access.formLead}</p>
          <NewPasswordForm onSave={save} />
        </>
      )}
    </Page>
  );
};
