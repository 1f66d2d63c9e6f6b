import { Link } from "react-router";
import { formatPhone } from "../format/phone.ts";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { useService } from "../queries/service.ts";

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
              <ul>
                {data.helpdesk.phones.map((phone) => (
                  <li key={phone}>
                    <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
                  </li>
                ))}
                <li>
                  <a href={`mailto:${data.helpdesk.email}`}>{data.helpdesk.email}</a>
                </li>
                <li>{common.footer.nonstop}</li>
              </ul>
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
              <Link to={paths.services}>{common.governmentServices}</Link>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
};
