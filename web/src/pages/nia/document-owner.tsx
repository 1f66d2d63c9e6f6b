import { maskEmail, maskPhone } from "../../../../lambdas/domain/masked-contact.ts";
import { usePageTexts } from "../../language/language.tsx";
import { useProfile } from "../../queries/account.ts";
import { sheetTexts } from "../../texts/pages.ts";

/** Whose sheet it is, told to its owner and to nobody else who finds it. */
export const Owner = ({ keyNames }: { keyNames: readonly string[] }) => {
  const sheet = usePageTexts(sheetTexts);
  const { data } = useProfile();
  if (data === undefined) return null;
  return (
    <section aria-labelledby="owner">
      <h2 id="owner">{sheet.ownerTitle}</h2>
      <dl>
        <dt>{sheet.username}</dt>
        <dd>{data.username}</dd>
        <dt>{sheet.contacts}</dt>
        <dd>
          {maskEmail(data.email.value)}, {maskPhone(data.phone.value)}
        </dd>
        <dt>{sheet.keysToLink}</dt>
        <dd>{keyNames.join(", ")}</dd>
      </dl>
    </section>
  );
};
