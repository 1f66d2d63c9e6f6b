import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate } from "react-router";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/later.tsx";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useNia } from "../../queries/nia.ts";
import { comparisonTexts } from "../../texts/linking.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ComparisonActions } from "./comparison-actions.tsx";
import { ComparisonTable } from "./comparison-table.tsx";

/** The table of differences. It opens by a confirmation login only. */
export const ComparePage = () => {
  const { texts } = useLanguage();
  const { nia, common } = texts;
  const { title } = usePageTexts(comparisonTexts);
  const page = useNia();
  const { data } = page;
  const verification = data?.verification;
  const crumbs = [
    { to: paths.settings, label: common.settings },
    { to: paths.nia, label: nia.short },
  ];
  if (verification?.state === "completing") return <Navigate to={paths.niaProgress} replace />;
  if (data !== undefined && verification?.state !== "awaiting-completion")
    return <Navigate to={paths.nia} replace />;
  return (
    <Page title={title} crumbs={crumbs} wide>
      <Loaded query={page}>
        {({ verification: one }) => one !== undefined && <Comparison verificationId={one.id} />}
      </Loaded>
    </Page>
  );
};

const Comparison = ({ verificationId }: { verificationId: string }) => {
  const texts = usePageTexts(comparisonTexts);
  const [isConfirming, setConfirming] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["comparison", verificationId],
    queryFn: async () => await api.comparison({ params: { id: verificationId } }),
  });
  const isLocked = isProblem(error, "confirmation-needed");
  if (isConfirming)
    return (
      <ConfirmationLogin
        purpose="complete-link"
        onConfirmed={() => {
          setConfirming(false);
          void refetch();
        }}
        onBack={() => setConfirming(false)}
      />
    );
  if (isLocked)
    return (
      <>
        <p>{texts.needsLogin}</p>
        <div className="actions">
          <Button onClick={() => setConfirming(true)}>{texts.continue}</Button>
        </div>
      </>
    );
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <p>{texts.lead}</p>
      <ComparisonTable comparison={data} />
      <p>{texts.completeNote}</p>
      <ComparisonActions
        verificationId={verificationId}
        digest={data.digest}
        onLocked={() => setConfirming(true)}
        onStale={() => void refetch()}
      />
    </>
  );
};
