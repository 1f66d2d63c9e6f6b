import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { LoggedIn } from "./layout/logged-in.tsx";
import { Shell } from "./layout/shell.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { paths } from "./paths.ts";
import { Loading } from "./ui/loading.tsx";
import { queryClient } from "./queries/client.ts";

const StartPage = lazy(async () => ({ default: (await import("./pages/start.tsx")).StartPage }));
const Registration = lazy(async () => ({
  default: (await import("./pages/register/registration.tsx")).Registration,
}));
const LoginPage = lazy(async () => ({ default: (await import("./pages/login/login-page.tsx")).LoginPage }));
const SettingsPage = lazy(async () => ({
  default: (await import("./pages/settings/settings-page.tsx")).SettingsPage,
}));
const ProfilePage = lazy(async () => ({
  default: (await import("./pages/settings/profile-page.tsx")).ProfilePage,
}));
const ActivityPage = lazy(async () => ({
  default: (await import("./pages/settings/activity-page.tsx")).ActivityPage,
}));
const ExportPage = lazy(async () => ({
  default: (await import("./pages/settings/export-page.tsx")).ExportPage,
}));
const DeletionPage = lazy(async () => ({
  default: (await import("./pages/settings/deletion-page.tsx")).DeletionPage,
}));
const KeysPage = lazy(async () => ({ default: (await import("./pages/keys/keys-page.tsx")).KeysPage }));
const CertificatesPage = lazy(async () => ({
  default: (await import("./pages/certificates/certificates-page.tsx")).CertificatesPage,
}));
const HandoverPage = lazy(async () => ({
  default: (await import("./pages/certificates/handover-page.tsx")).HandoverPage,
}));
const DevicesPage = lazy(async () => ({
  default: (await import("./pages/devices/devices-page.tsx")).DevicesPage,
}));
const NiaPage = lazy(async () => ({ default: (await import("./pages/nia/nia-page.tsx")).NiaPage }));
const DocumentPage = lazy(async () => ({
  default: (await import("./pages/nia/document-page.tsx")).DocumentPage,
}));
const ComparePage = lazy(async () => ({
  default: (await import("./pages/nia/compare-page.tsx")).ComparePage,
}));
const ProgressPage = lazy(async () => ({
  default: (await import("./pages/nia/progress-page.tsx")).ProgressPage,
}));
const PortalReturnPage = lazy(async () => ({
  default: (await import("./pages/nia/portal-return-page.tsx")).PortalReturnPage,
}));
const CertifiedKeysPage = lazy(async () => ({
  default: (await import("./pages/certified-keys/certified-keys-page.tsx")).CertifiedKeysPage,
}));
const ServicesPage = lazy(async () => ({
  default: (await import("./pages/services/services-page.tsx")).ServicesPage,
}));

const ServiceLoginPage = lazy(async () => ({
  default: (await import("./pages/service-login/service-login-page.tsx")).ServiceLoginPage,
}));

const ForgotPasswordPage = lazy(async () => ({
  default: (await import("./pages/recovery/forgot-password-page.tsx")).ForgotPasswordPage,
}));
const ResetPasswordPage = lazy(async () => ({
  default: (await import("./pages/recovery/reset-password-page.tsx")).ResetPasswordPage,
}));
const NewPasswordPage = lazy(async () => ({
  default: (await import("./pages/recovery/new-password-page.tsx")).NewPasswordPage,
}));
const UnblockPage = lazy(async () => ({
  default: (await import("./pages/recovery/unblock-page.tsx")).UnblockPage,
}));
const TwoFactorResetPage = lazy(async () => ({
  default: (await import("./pages/two-factor-reset/two-factor-reset-page.tsx")).TwoFactorResetPage,
}));
const LoginResetPage = lazy(async () => ({
  default: (await import("./pages/login-reset/login-reset-page.tsx")).LoginResetPage,
}));
const ChangePasswordPage = lazy(async () => ({
  default: (await import("./pages/recovery/change-password-page.tsx")).ChangePasswordPage,
}));
const ContactsPage = lazy(async () => ({
  default: (await import("./pages/contacts/contacts-page.tsx")).ContactsPage,
}));
const ChangeContactPage = lazy(async () => ({
  default: (await import("./pages/contacts/change-contact-page.tsx")).ChangeContactPage,
}));

const Console = lazy(async () => ({ default: (await import("./console/console.tsx")).Console }));

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <BrowserRouter>
      <Routes>
        <Route
          path="/console/*"
          element={
            <Suspense fallback={<Loading />}>
              <Console />
            </Suspense>
          }
        />
        <Route element={<Shell />}>
          <Route path={paths.start} element={<StartPage />} />
          <Route path={`${paths.register}/*`} element={<Registration />} />
          <Route path={paths.certificateHandover} element={<HandoverPage />} />
          <Route path={paths.login} element={<LoginPage />} />
          <Route path={paths.forgotPassword} element={<ForgotPasswordPage />} />
          <Route path={paths.resetPassword} element={<ResetPasswordPage />} />
          <Route path={paths.newPassword} element={<NewPasswordPage />} />
          <Route path={paths.unblock} element={<UnblockPage />} />
          <Route path={paths.twoFactorReset} element={<TwoFactorResetPage />} />
          <Route path={paths.loginReset} element={<LoginResetPage />} />
          <Route path={paths.certifiedKeys} element={<CertifiedKeysPage />} />
          <Route path={paths.services} element={<ServicesPage />} />
          <Route path={paths.serviceLogin} element={<ServiceLoginPage />} />
          <Route element={<LoggedIn />}>
            <Route path={paths.settings} element={<SettingsPage />} />
            <Route path={paths.contacts} element={<ContactsPage />} />
            <Route path={paths.changeEmail} element={<ChangeContactPage key="email" kind="email" />} />
            <Route path={paths.verifyEmail} element={<ChangeContactPage key="again" kind="email" again />} />
            <Route path={paths.changePhone} element={<ChangeContactPage key="phone" kind="phone" />} />
            <Route path={paths.changePassword} element={<ChangePasswordPage />} />
            <Route path={paths.profile} element={<ProfilePage />} />
            <Route path={paths.activity} element={<ActivityPage />} />
            <Route path={paths.export} element={<ExportPage />} />
            <Route path={paths.deletion} element={<DeletionPage />} />
            <Route path={paths.keys} element={<KeysPage />} />
            <Route path={paths.certificates} element={<CertificatesPage />} />
            <Route path={paths.devices} element={<DevicesPage />} />
            <Route path={paths.nia} element={<NiaPage />} />
            <Route path={paths.niaDocument} element={<DocumentPage />} />
            <Route path={paths.niaCompare} element={<ComparePage />} />
            <Route path={paths.niaPortal} element={<PortalReturnPage />} />
            <Route path={paths.niaProgress} element={<ProgressPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  </QueryClientProvider>
);
