import { formatAddress } from "../../format/address.ts";
import { formatDate } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { caseworkTexts } from "../../texts/casework.ts";
import type { ShownCase } from "./use-case.ts";

/** What the clerk wrote beside the code, and of whom. */
export const AnswerCard = ({ answer }: { answer: NonNullable<ShownCase["answer"]> }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const { firstName, lastName, birthDate, address } = answer.person;
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{texts.answerTitle}</h2>
      <dl className="facts">
        <dt>{texts.note}</dt>
        <dd className="typed">{answer.note === "" ? texts.noNote : answer.note}</dd>
        <dt>{texts.person.firstName}</dt>
        <dd>{firstName}</dd>
        <dt>{texts.person.lastName}</dt>
        <dd>{lastName}</dd>
        <dt>{texts.person.birthDate}</dt>
        <dd>{birthDate === undefined ? texts.missing : formatDate(birthDate, language)}</dd>
        <dt>{texts.person.address}</dt>
        <dd>{address === undefined ? texts.missing : formatAddress(address, {})}</dd>
      </dl>
    </section>
  );
};
