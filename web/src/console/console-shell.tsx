import { Suspense } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { api } from "../api/api.ts";
import { useLanguage, usePageTexts } from "../language/language.tsx";
import { FailureBoundary } from "../layout/failure.tsx";
import { consoleTexts } from "../texts/console.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { consolePaths } from "./paths.ts";
import { type OperatorSession, useLeaveConsole, useOperatorSession } from "./queries.ts";

/** What stands around every page of the console: nothing of a user's session. */
export const ConsoleShell = () => {
  const { common } = useLanguage().texts;
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <ConsoleHeader />
      <main id="content" className="content console" tabIndex={-1}>
        <FailureBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </FailureBoundary>
      </main>
    </>
  );
};

const ConsoleHeader = () => {
  const texts = usePageTexts(consoleTexts);
  const { data: session } = useOperatorSession();
  return (
    <header className="header console-header">
      <div className="header-inner">
        <Link to={consolePaths.home} className="product">
          {texts.product}
        </Link>
        <nav className="header-menu" aria-label={texts.menu}>
          {session && <OperatorMenu session={session} />}
          <LanguageSwitch />
        </nav>
      </div>
    </header>
  );
};

const OperatorMenu = ({ session }: { session: OperatorSession }) => {
  const texts = usePageTexts(consoleTexts);
  const leave = useLeaveConsole();
  const logOut = async () => {
    await api.operatorLogout().catch(() => {});
    leave();
  };
  return (
    <>
      <NavLink to={consolePaths.home} end>
        {texts.find}
      </NavLink>
      <NavLink to={consolePaths.cases}>{texts.cases}</NavLink>
      <NavLink to={consolePaths.forms}>{texts.resetForms}</NavLink>
      <NavLink to={consolePaths.outage}>{texts.outage}</NavLink>
      <NavLink to={consolePaths.audit}>{texts.audit}</NavLink>
      <span className="username">
        {session.name} ({texts.roles[session.role]})
      </span>
      <Button look="outlined" size="s" onClick={() => void logOut()}>
        {texts.logOut}
      </Button>
    </>
  );
};

const LanguageSwitch = () => {
  const { language, texts, changeLanguage } = useLanguage();
  const other = language === "cs" ? "en" : "cs";
  return (
    <button type="button" className="language" lang={other} onClick={() => void changeLanguage(other)}>
      {texts.common.otherLanguage}
    </button>
  );
};
