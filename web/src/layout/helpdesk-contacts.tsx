import { formatPhone } from "../format/phone.ts";
import { useTexts } from "../language/language.tsx";
import { useService } from "../queries/service.ts";

/** The helpdesk's numbers, when it answers, and its address. */
export const HelpdeskContacts = () => {
  const { common } = useTexts();
  const helpdesk = useService().data?.helpdesk;
  if (helpdesk === undefined) return null;
  return (
    <ul>
      {helpdesk.phones.map((phone) => (
        <li key={phone}>
          <a href={`tel:${phone.replaceAll(" ", "")}`}>{formatPhone(phone)}</a>
        </li>
      ))}
      <li>{common.footer.nonstop}</li>
      <li>
        <a href={`mailto:${helpdesk.email}`}>{helpdesk.email}</a>
      </li>
      {helpdesk.address !== undefined && <li>{helpdesk.address}</li>}
    </ul>
  );
};
