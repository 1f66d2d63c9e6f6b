import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { Page } from "../../layout/page.tsx";
import { usePageTexts, useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { NewPasswordForm } from "./new-password-form.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** Confirmation login, then the new password. */
export const ChangePasswordPage = () => {
  const access = usePageTexts(accessTexts);
  const { common } = useTexts();
  const navigate = useNavigate();
  const [isConfirmed, setConfirmed] = useState(false);
  const save = async (password: string): Promise<void> => {
    try {
      await api.changePassword({ body: { password } });
    } catch (error) {
      if (isProblem(error, "confirmation-needed")) setConfirmed(false);
      throw error;
    }
    await navigate(paths.settings, { state: { passwordChanged: true } });
  };
  return (
    <Page title={access.changePassword} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{access.passwordEnds}</p>
      {isConfirmed ? (
        <NewPasswordForm onSave={save} />
      ) : (
        <ConfirmationLogin
          purpose="change-password"
          onConfirmed={() => setConfirmed(true)}
          onBack={() => void navigate(paths.settings)}
        />
      )}
    </Page>
  );
};
