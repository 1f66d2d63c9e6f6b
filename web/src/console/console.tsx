import "./console.css";
import { lazy } from "react";
import { Route, Routes } from "react-router";
import { NotFoundPage } from "../pages/not-found.tsx";
import { ConsoleShell } from "./console-shell.tsx";
import { OperatorsOnly } from "./operators-only.tsx";

const EnrolPage = lazy(async () => ({ default: (await import("./enrol-page.tsx")).EnrolPage }));
const FindPage = lazy(async () => ({ default: (await import("./find-page.tsx")).FindPage }));
const AccountPage = lazy(async () => ({ default: (await import("./account-page.tsx")).AccountPage }));

/** The helpdesk's console: pages and a session of its own. */
export const Console = () => (
  <Routes>
    <Route element={<ConsoleShell />}>
      <Route path="enrol" element={<EnrolPage />} />
      <Route element={<OperatorsOnly />}>
        <Route index element={<FindPage />} />
        <Route path="accounts/:id" element={<AccountPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>
);
