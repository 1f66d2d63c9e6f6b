import { formatAddress } from "../../format/address.ts";
import { formatDate } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import type { ShownCase } from "./use-case.ts";
import { Worklist } from "../worklist.tsx";

const fields = ["firstName", "lastName", "birthDate", "address"] as const;
type Person = NonNullable<ShownCase["people"]>["account"];

const plain = (text: string): string => text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");

/** Whom the account and the registry say, side by side; what differs beyond case and diacritics is marked. */
export const PeopleTable = ({ people }: { people: NonNullable<ShownCase["people"]> }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const textOf = (person: Person, field: (typeof fields)[number]): string => {
    if (field === "address")
      return person.address === undefined ? texts.missing : formatAddress(person.address, {});
    if (field === "birthDate")
      return person.birthDate === undefined ? texts.missing : formatDate(person.birthDate, language);
    return person[field];
  };
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{texts.peopleTitle}</h2>
      <Worklist
        label={texts.peopleTitle}
        columns={[texts.field, texts.ofAccount, texts.ofRegistry]}
        acts={texts.differs}
      >
        {fields.map((field) => {
          const [account, registry] = [textOf(people.account, field), textOf(people.registry, field)];
          return (
            <tr key={field}>
              <th scope="row">{texts.person[field]}</th>
              <td>{account}</td>
              <td>{registry}</td>
              <td>{plain(account) !== plain(registry) && <strong>{texts.differs}</strong>}</td>
            </tr>
          );
        })}
      </Worklist>
    </section>
  );
};
