import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/api.ts";
import type { Input } from "../api/client.ts";
import { usePageTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { caseworkTexts } from "../texts/casework.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { AuditForm } from "./audit-form.tsx";
import { AuditTable } from "./audit-table.tsx";

type Question = Input<"searchAudit">["body"];

/** The audit log, newest first. What is looked for stands in no address. */
export const AuditPage = () => {
  const texts = usePageTexts(caseworkTexts);
  const [asked, setAsked] = useState<{ question: Question; at: number }>();
  const search = useInfiniteQuery({
    queryKey: ["helpdesk", "audit", asked],
    queryFn: async ({ pageParam }) =>
      await api.searchAudit({
        body: { ...asked?.question, ...(pageParam === "" ? {} : { before: pageParam }) },
      }),
    initialPageParam: "",
    getNextPageParam: ({ before }) => before,
    enabled: asked !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const events = search.data?.pages.flatMap((page) => page.events);
  return (
    <Page wide title={texts.auditTitle}>
      <p>{texts.auditLead}</p>
      <AuditForm busy={search.isFetching} onSearch={(question) => setAsked({ question, at: Date.now() })} />
      <ProblemNotice error={search.error} />
      {events !== undefined && events.length === 0 && <Notice kind="info" announced title={texts.nothing} />}
      {events !== undefined && events.length > 0 && <AuditTable events={events} />}
      {search.hasNextPage && (
        <div className="actions">
          <Button
            look="outlined"
            busy={search.isFetchingNextPage}
            onClick={() => void search.fetchNextPage()}
          >
            {texts.older}
          </Button>
        </div>
      )}
    </Page>
  );
};
