import "./console.css";
import { addresses } from "virtual:contract-addresses/console";
import { lazy } from "react";
import { Route, Routes } from "react-router";
import { addRoutes } from "../api/api.ts";
import { NotFoundPage } from "../pages/not-found.tsx";
import { ConsoleShell } from "./console-shell.tsx";
import { OperatorsOnly } from "./operators-only.tsx";

addRoutes(addresses);

const EnrolPage = lazy(async () => ({ default: (await import("./enrol-page.tsx")).EnrolPage }));
const FindPage = lazy(async () => ({ default: (await import("./find-page.tsx")).FindPage }));
const AccountPage = lazy(async () => ({ default: (await import("./account-page.tsx")).AccountPage }));

const CasesPage = lazy(async () => ({ default: (await import("./cases/cases-page.tsx")).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import("./cases/case-page.tsx")).CasePage }));
const FormsPage = lazy(async () => ({ default: (await import("./reset-forms/forms-page.tsx")).FormsPage }));
const NewFormPage = lazy(async () => ({
  default: (await import("./reset-forms/new-form-page.tsx")).NewFormPage,
}));
const FormPage = lazy(async () => ({ default: (await import("./reset-forms/form-page.tsx")).FormPage }));
const OutagePage = lazy(async () => ({ default: (await import("./outage-page.tsx")).OutagePage }));
const AuditPage = lazy(async () => ({ default: (await import("./audit-page.tsx")).AuditPage }));

/** The helpdesk's console: pages and a session of its own. */
export const Console = () => (
  <Routes>
    <Route element={<ConsoleShell />}>
      <Route path="enrol" element={<EnrolPage />} />
      <Route element={<OperatorsOnly />}>
        <Route index element={<FindPage />} />
        <Route path="accounts/:id" element={<AccountPage />} />
        <Route path="accounts/:id/new-reset-form" element={<NewFormPage />} />
        <Route path="accounts/:accountId/reset-forms/:id" element={<FormPage />} />
        <Route path="cases" element={<CasesPage />} />
        <Route path="cases/:id" element={<CasePage />} />
        <Route path="reset-forms" element={<FormsPage />} />
        <Route path="outage" element={<OutagePage />} />
        <Route path="audit" element={<AuditPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>
);
