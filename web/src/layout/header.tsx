import { useQueryClient } from "@tanstack/react-query";
import { Link, NavLink, useNavigate } from "react-router";
import { api } from "../api/api.ts";
import type { Output } from "../api/client.ts";
import { logOutEverywhere } from "../api/leave.ts";
import { useLanguage } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { belongsToSession, sessionKey, useSession } from "../queries/session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";

export const Header = () => {
  const { texts } = useLanguage();
  const { data: session } = useSession();
  return (
    <header className="header">
      <div className="header-inner">
        <Link to={session ? paths.settings : paths.start} className="product">
          {texts.common.product}
        </Link>
        <nav className="header-menu" aria-label={texts.common.mainMenu}>
          {session ? <UserMenu {...session} /> : <GuestMenu />}
          <LanguageSwitch />
        </nav>
      </div>
    </header>
  );
};

const GuestMenu = () => {
  const { common } = useLanguage().texts;
  return (
    <>
      <NavLink to={paths.certifiedKeys}>{common.certifiedKeys}</NavLink>
      <ButtonLink to={paths.login} look="outlined" size="s">
        {common.logIn}
      </ButtonLink>
    </>
  );
};

const UserMenu = ({ username, inServices }: Output<"session">) => {
  const { common } = useLanguage().texts;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const logOut = async () => {
    if (inServices) return logOutEverywhere();
    await api.logout().catch(() => {});
    // First away from the pages behind the login, or they would send the user there.
    await navigate(paths.start);
    queries.removeQueries({ predicate: belongsToSession });
    queries.setQueryData(sessionKey, null);
  };
  return (
    <>
      <NavLink to={paths.settings}>{common.settings}</NavLink>
      <NavLink to={paths.activity}>{common.activity}</NavLink>
      <span className="username">
        <span className="visually-hidden">{common.loggedInAs(username)}</span>
        <span aria-hidden="true">{username}</span>
      </span>
      <Button look="outlined" size="s" onClick={() => void logOut()}>
        {common.logOut}
      </Button>
    </>
  );
};

const LanguageSwitch = () => {
  const { language, texts, changeLanguage } = useLanguage();
  const { data: session } = useSession();
  const queries = useQueryClient();
  const other = language === "cs" ? "en" : "cs";
  const change = async () => {
    await changeLanguage(other);
    if (!session) return;
    // Mails and SMS speak it too from now on; where that fails, the page has still changed.
    await api.changeProfile({ body: { language: other } }).catch(() => {});
    await queries.invalidateQueries({ queryKey: ["profile"] });
  };
  return (
    <button type="button" className="language" lang={other} onClick={() => void change()}>
      {texts.common.otherLanguage}
    </button>
  );
};
