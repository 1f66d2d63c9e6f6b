import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { servicesTexts } from "../../texts/pages.ts";
import { Icon } from "../../ui/icon.tsx";
import { isReachable, type Service } from "./wanted.ts";

/** One service: what it is for, who runs it, what it asks for, and the way to it. */
export const ServiceCard = ({ service }: { service: Service }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(servicesTexts);
  const { id, name, description, provider, address, leastLevel } = service;
  return (
    <li className="card service">
      <h3 id={`service-${id}`}>{name[language]}</h3>
      <p>{description[language]}</p>
      <dl>
        <dt>{texts.provider}</dt>
        <dd>{provider[language]}</dd>
        <dt>{texts.level}</dt>
        <dd>{texts.levels[leastLevel]}</dd>
      </dl>
      {!isReachable(service) && <p className="hint">{texts.tooHigh}</p>}
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {texts.open}
          <span className="visually-hidden"> {texts.opens(name[language])}</span> <Icon name="external" />
        </a>
      </p>
    </li>
  );
};
