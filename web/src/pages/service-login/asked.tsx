import { useLanguage, usePageTexts } from "../../language/language.tsx";
import type { ServiceLogin } from "../../queries/service-login.ts";
import { serviceLoginTexts } from "../../texts/pages.ts";

const timeOf = (instant: string, language: string): string =>
  new Date(instant).toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" });

/** Who asks, for what, and what it will be told. */
export const Asked = ({ login }: { login: ServiceLogin }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(serviceLoginTexts);
  const { service, level, released, expiresAt } = login;
  return (
    <section className="card" aria-labelledby="asked">
      <h2 id="asked">{service === undefined ? texts.asksUnnamed : texts.asks(service)}</h2>
      <p>{texts.through}</p>
      <h3>{texts.released}</h3>
      <ul>
        {released.map((attribute) => (
          <li key={attribute}>{texts.attributes[attribute]}</li>
        ))}
      </ul>
      {level !== undefined && (
        <p>
          {texts.level}: {texts.levels[level]}
        </p>
      )}
      <p className="hint">{texts.until(timeOf(expiresAt, language))}</p>
    </section>
  );
};
