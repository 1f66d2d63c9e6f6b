import { Link } from "react-router";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { useService } from "../queries/service.ts";
import { HelpdeskContacts } from "./helpdesk-contacts.tsx";

export const Footer = () => {
  const { common } = useTexts();
  const { data } = useService();
  return (
    <footer className="footer">
      <div className="footer-inner">
        <h2 className="visually-hidden">{common.footer.title}</h2>
        {data !== undefined && (
          <>
            <section aria-labelledby="footer-helpdesk">
              <h3 id="footer-helpdesk">{common.footer.helpdesk}</h3>
              <HelpdeskContacts />
            </section>
            <section aria-labelledby="footer-provider">
              <h3 id="footer-provider">{common.footer.provider}</h3>
              <ul>
                <li>{data.provider.name}</li>
                {data.provider.address !== undefined && <li>{data.provider.address}</li>}
                <li>
                  {common.footer.companyNumber}: {data.provider.companyNumber}
                </li>
                <li>
                  {common.footer.dataBox}: {data.provider.dataBoxId}
                </li>
              </ul>
            </section>
          </>
        )}
        <section aria-labelledby="footer-pages">
          <h3 id="footer-pages">{common.footer.pages}</h3>
          <ul>
            <li>
              <Link to={paths.start}>{common.start}</Link>
            </li>
            <li>
              <Link to={paths.certifiedKeys}>{common.certifiedKeys}</Link>
            </li>
            <li>
              <Link to={paths.twoFactorReset}>{common.footer.lostKey}</Link>
            </li>
            <li>
              <Link to={paths.loginReset}>{common.footer.loginReset}</Link>
            </li>
            <li>
              <Link to={paths.services}>{common.governmentServices}</Link>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
};
