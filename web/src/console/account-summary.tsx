import { formatInstant } from "../format/day.ts";
import { useLanguage, usePageTexts } from "../language/language.tsx";
import { consoleTexts } from "../texts/console.ts";
import { ofCode } from "../texts/of-code.ts";
import { Notice } from "../ui/notice.tsx";
import type { ViewedAccount } from "./queries.ts";

/** State, link, keys and verifications; no name, date, address or contact. */
export const AccountSummary = ({ account }: { account: ViewedAccount }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  return (
    <section>
      {account.emailUndeliverable && <Notice kind="warning" title={texts.emailUndeliverable} />}
      {account.waitsForNia && <Notice kind="info" title={texts.waitsForNia} />}
      <dl className="facts">
        <dt>{texts.state}</dt>
        <dd>{texts.states[account.state]}</dd>
        <dt>{texts.link}</dt>
        <dd>{useLinkText(account)}</dd>
        <dt>{texts.validation}</dt>
        <dd>
          {account.validation === undefined
            ? texts.notValidated
            : `${texts.validated[account.validation.source]}, ${formatInstant(account.validation.at, language)}`}
        </dd>
        <dt>{texts.created}</dt>
        <dd>{formatInstant(account.createdAt, language)}</dd>
        <dt>{texts.language}</dt>
        <dd>{texts.languages[account.language]}</dd>
      </dl>
      <Keys account={account} />
      <Verifications account={account} />
    </section>
  );
};

const useLinkText = ({ link }: ViewedAccount): string => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  if (link === undefined) return texts.notLinked;
  if (link.state === "active") return `${texts.linked}, ${formatInstant(link.linkedAt, language)}`;
  return `${texts.suspended}: ${link.suspendedFor.map((reason) => texts.suspendedFor[reason]).join(", ")}`;
};

const Keys = ({ account: { keys } }: { account: ViewedAccount }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  return (
    <>
      <h2>{texts.keys}</h2>
      {keys.length === 0 && <p>{texts.noKeys}</p>}
      <ul className="rows">
        {keys.map(({ modelName, level, createdAt, lastUsedAt, clonedAt, link }) => (
          <li key={createdAt}>
            <strong>{modelName ?? texts.unknownModel}</strong>
            <span>
              {[
                level,
                link && texts.keyStates[link.state],
                clonedAt && texts.keyCloned,
                `${texts.keyAdded} ${formatInstant(createdAt, language)}`,
                lastUsedAt && `${texts.keyUsed} ${formatInstant(lastUsedAt, language)}`,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Verifications = ({ account: { verifications } }: { account: ViewedAccount }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(consoleTexts);
  return (
    <>
      <h2>{texts.verifications}</h2>
      {verifications.length === 0 && <p>{texts.noVerifications}</p>}
      <ul className="rows">
        {verifications.map(({ id, method, state, createdAt, deadline }) => (
          <li key={id}>
            <strong>{texts.methods[method]}</strong>
            <span>
              {ofCode(texts.verificationStates, state)} · {formatInstant(createdAt, language)} ·{" "}
              {texts.deadline} {formatInstant(deadline, language)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
