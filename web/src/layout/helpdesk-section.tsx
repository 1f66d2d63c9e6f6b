import { Link, useLocation } from "react-router";
import { usePageTexts, useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { helpTexts } from "../texts/pages.ts";
import { HelpdeskContacts } from "./helpdesk-contacts.tsx";

/** Whom to call where a key is lost or an account misused, and what can be done by post. */
export const HelpdeskSection = () => {
  const help = usePageTexts(helpTexts);
  const { common } = useTexts();
  const { pathname } = useLocation();
  return (
    <section className="helpdesk" aria-labelledby="helpdesk">
      <h2 id="helpdesk">{help.title}</h2>
      <p>{help.lead}</p>
      <HelpdeskContacts />
      {pathname !== paths.loginReset && (
        <p>
          <Link to={paths.loginReset}>{common.footer.loginReset}</Link>
        </p>
      )}
    </section>
  );
};
