import { useSearchParams } from "react-router";
import { formatDay } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useGovernmentServices } from "../../queries/service.ts";
import { servicesTexts } from "../../texts/pages.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ServiceCard } from "./service-card.tsx";
import { addressOf, type Service, type View, viewOf, wantedServices } from "./wanted.ts";

/** The public catalogue of government services. What is searched for stands in the address. */
export const ServicesPage = () => {
  const texts = usePageTexts(servicesTexts);
  const { data, error, refetch } = useGovernmentServices();
  const [address, setAddress] = useSearchParams();
  const view = viewOf(address);
  const show = (change: Partial<View>) =>
    // Each letter typed is not a page of its own to go back to.
    setAddress(addressOf({ ...view, ...change }), { replace: true, preventScrollReset: true });
  return (
    <Page title={texts.title} wide>
      <p>{texts.lead}</p>
      <search className="filters" aria-label={texts.filter}>
        <TextField
          id="search"
          label={texts.search}
          value={view.search}
          onChange={(search) => show({ search })}
          type="search"
          maxLength={100}
          optional
        />
        <Choice
          kind="checkbox"
          id="reachable"
          name="reachable"
          checked={view.reachable}
          onChange={(reachable) => show({ reachable })}
        >
          {texts.reachable}
        </Choice>
      </search>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null && <Loading /> : <Results {...data} view={view} />}
      <h2>{texts.toLink}</h2>
      <div className="actions">
        <ButtonLink to={paths.nia} look="outlined">
          {texts.link}
        </ButtonLink>
      </div>
    </Page>
  );
};

const Results = ({
  services,
  loadedAt,
  view,
}: {
  services: readonly Service[];
  loadedAt?: string | undefined;
  view: View;
}) => {
  const { language } = useLanguage();
  const texts = usePageTexts(servicesTexts);
  if (loadedAt === undefined) return <p>{texts.empty}</p>;
  const found = wantedServices(services, view, language);
  return (
    <section aria-labelledby="results">
      <h2 id="results">{texts.results}</h2>
      <p>
        <output>{texts.found(found.length)}</output>
      </p>
      {found.length === 0 && <p>{texts.none}</p>}
      <ul className="plain services">
        {found.map((service) => (
          <ServiceCard key={service.id} service={service} />
        ))}
      </ul>
      <p className="hint">{texts.source(formatDay(loadedAt, language))}</p>
    </section>
  );
};
