import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { formatDay } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { useCertifiedKeys } from "../../queries/service.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { addressOf, pageOf, type View, viewOf } from "./address.ts";
import { ModelFilters } from "./model-filters.tsx";
import { ModelTable } from "./model-table.tsx";
import { wantedModels } from "./models.ts";
import { Pagination } from "./pagination.tsx";
import { certifiedTexts } from "../../texts/pages.ts";

/** The public list of models that can be linked. What is shown stands in the address. */
export const CertifiedKeysPage = () => {
  const { language } = useLanguage();
  const certified = usePageTexts(certifiedTexts);
  const { data, error, refetch } = useCertifiedKeys();
  const [address, setAddress] = useSearchParams();
  const view = viewOf(address);
  const show = (change: Partial<View>) =>
    // Each letter typed is not a page of its own to go back to.
    setAddress(addressOf({ ...view, page: 1, ...change }), {
      replace: change.search !== undefined,
      preventScrollReset: true,
    });
  const found = wantedModels(data?.models ?? [], view);
  const { page, pages, items } = pageOf(found, view.page);
  const results = useFocusOnChange(page);
  return (
    <Page title={certified.title} wide>
      <p>{certified.lead}</p>
      <ModelFilters wanted={view} onChange={show} />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <section aria-labelledby="results">
          <h2 id="results" ref={results} tabIndex={-1}>
            {certified.results}
          </h2>
          <p>
            <output>{certified.found(found.length)}</output>
          </p>
          <p className="hint">{certified.source(data.metadataNo, formatDay(data.checkedAt, language))}</p>
          {found.length === 0 ? (
            <p>{certified.none}</p>
          ) : (
            <ModelTable models={items} order={view.order} onOrder={(order) => show({ order })} />
          )}
          <Pagination page={page} pages={pages} to={(to) => `?${addressOf({ ...view, page: to })}`} />
        </section>
      )}
    </Page>
  );
};

/** The heading that takes the focus when another page of the list has come. */
const useFocusOnChange = (page: number) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    heading.current?.focus();
  }, [page]);
  return heading;
};
