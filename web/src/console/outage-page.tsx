import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import type { Input, Output } from "../api/client.ts";
import { formatInstant } from "../format/day.ts";
import { usePageTexts, useLanguage } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { caseworkTexts } from "../texts/casework.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BannerForm } from "./banner-form.tsx";
import { useOperatorSession } from "./queries.ts";

type Banner = NonNullable<Output<"outageDesk">["banner"]>;
type Act =
  | { act: "show"; banner: Input<"setBanner">["body"] }
  | { act: "remove" }
  | { act: "pause"; paused: boolean };

const carryOut = async (act: Act): Promise<void> => {
  if (act.act === "show") await api.setBanner({ body: act.banner });
  else if (act.act === "remove") await api.removeBanner();
  else await api.pauseDeadlines({ body: { paused: act.paused } });
};

/** What everybody is told of an outage, and whether deadlines run. */
export const OutagePage = () => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const { data: operator } = useOperatorSession();
  const desk = useQuery({ queryKey: ["helpdesk", "outage"], queryFn: async () => await api.outageDesk() });
  const act = useMutation({ mutationFn: carryOut, onSettled: async () => void (await desk.refetch()) });
  const mayAct = operator?.role === "supervisor";
  return (
    <Page title={texts.outageTitle}>
      <ProblemNotice error={act.error} />
      {!mayAct && <p>{texts.supervisorOnly}</p>}
      <Loaded query={desk}>
        {({ banner, pausedSince }) => (
          <>
            <section aria-labelledby="banner-title">
              <h2 id="banner-title">{texts.bannerTitle}</h2>
              {banner === undefined ? <p>{texts.bannerNone}</p> : <ShownBanner banner={banner} />}
              {mayAct && banner !== undefined && (
                <div className="actions">
                  <Button look="outlined" busy={act.isPending} onClick={() => act.mutate({ act: "remove" })}>
                    {texts.remove}
                  </Button>
                </div>
              )}
              {mayAct && (
                <BannerForm
                  busy={act.isPending}
                  onShow={async (next) =>
                    await act.mutateAsync({ act: "show", banner: next }).catch((error: unknown) => error)
                  }
                />
              )}
            </section>
            <section aria-labelledby="pause-title">
              <h2 id="pause-title">{texts.pauseTitle}</h2>
              <p>
                {pausedSince === undefined
                  ? texts.running
                  : texts.pausedSince(formatInstant(pausedSince, language))}
              </p>
              {mayAct && (
                <div className="actions">
                  <Button
                    look="outlined"
                    busy={act.isPending}
                    onClick={() => act.mutate({ act: "pause", paused: pausedSince === undefined })}
                  >
                    {pausedSince === undefined ? texts.pause : texts.resume}
                  </Button>
                </div>
              )}
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const ShownBanner = ({ banner }: { banner: Banner }) => {
  const texts = usePageTexts(caseworkTexts);
  const { language } = useLanguage();
  const { from, until, text } = banner;
  return (
    <>
      <p>
        {texts.bannerShown} <strong>{text[language]}</strong>
      </p>
      <p>
        {texts.bannerSpan(
          formatInstant(from, language),
          until === undefined ? undefined : formatInstant(until, language),
        )}
      </p>
    </>
  );
};
