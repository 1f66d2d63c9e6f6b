import { useEffect } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { chosenLanguage } from "../language/current.ts";
import { useLanguage } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { useSession } from "../queries/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Pages behind the login. Whoever is not logged in does so first and comes back. */
export const LoggedIn = () => {
  const location = useLocation();
  const { data: session, error, refetch } = useSession();
  const { language, changeLanguage } = useLanguage();
  const accountLanguage = session?.language;
  useEffect(() => {
    // Nothing was chosen in this browser: the account's language it is.
    if (accountLanguage === undefined || chosenLanguage() !== undefined || accountLanguage === language)
      return;
    void changeLanguage(accountLanguage);
  }, [accountLanguage, language, changeLanguage]);
  if (session) return <Outlet />;
  if (session === null) {
    return <Navigate to={paths.login} replace state={{ next: `${location.pathname}${location.search}` }} />;
  }
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
};
