import { maskEmail, maskPhone } from "../../../../lambdas/domain/masked-contact.ts";
import { useTexts } from "../../language/language.tsx";
import { useProfile } from "../../queries/account.ts";

/** Whose sheet it is, told to its owner and to nobody else who finds it. */
export const Owner = ({ keyNames }: { keyNames: readonly string[] }) => {
  const { nia } = useTexts();
  const { data } = useProfile();
  if (data === undefined) return null;
  return (
    <section aria-labelledby="owner">
      <h2 id="owner">{nia.ownerTitle}</h2>
      <dl>
        <dt>{nia.username}</dt>
        <dd>{data.username}</dd>
        <dt>{nia.contacts}</dt>
        <dd>
          {maskEmail(data.email.value)}, {maskPhone(data.phone.value)}
        </dd>
        <dt>{nia.keysToLink}</dt>
        <dd>{keyNames.join(", ")}</dd>
      </dl>
    </section>
  );
};
