import { useTexts } from "../../language/language.tsx";
import type { NiaState } from "../../queries/nia.ts";
import { LinkState } from "../../security-key/link-state.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What NIA holds of each key that it knows. */
export const LinkedKeys = ({ keys, waitsForNia }: Pick<NiaState, "keys" | "waitsForNia">) => {
  const { unlinking } = useTexts();
  const known = keys.flatMap(({ id, name, link }) => (link === undefined ? [] : [{ id, name, link }]));
  const isSaidByAKey = known.some(({ link }) => link.waitsForNia);
  return (
    <>
      {waitsForNia && !isSaidByAKey && <Notice kind="info">{unlinking.waitsForNia}</Notice>}
      {known.length > 0 && (
        <section aria-labelledby="linked-keys">
          <h2 id="linked-keys">{unlinking.linkedKeys}</h2>
          <ul>
            {known.map(({ id, name, link }) => (
              <li key={id}>
                {name}: <LinkState link={link} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
