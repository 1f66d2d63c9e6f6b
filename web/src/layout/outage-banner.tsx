import { useQuery } from "@tanstack/react-query";
import { api } from "../api/api.ts";
import { formatInstant } from "../format/day.ts";
import { useLanguage } from "../language/language.tsx";
import { Notice } from "../ui/notice.tsx";

const MINUTE = 60_000;

/** What the helpdesk tells everybody of an outage: asked for again each minute, and no page waits for it. */
export const OutageBanner = () => {
  const { language, texts } = useLanguage();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ["outage"],
    queryFn: async () => await api.outage(),
    staleTime: MINUTE,
    refetchInterval: MINUTE,
    retry: false,
  });
  const banner = data?.banner;
  if (banner === undefined) return null;
  const { from, until } = banner;
  const now = new Date(dataUpdatedAt).toISOString();
  return (
    <Notice kind="warning" announced>
      <p>{banner.text[language]}</p>
      {(from > now || until !== undefined) && (
        <p>
          {texts.common.outageTime(
            from > now ? formatInstant(from, language) : undefined,
            until && formatInstant(until, language),
          )}
        </p>
      )}
    </Notice>
  );
};
