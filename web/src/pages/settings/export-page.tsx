import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { isProblem } from "../../api/problem.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { loadExport } from "./load-export.ts";

const download = async (): Promise<void> => {
  const data = await loadExport(api);
  const file = new Blob([JSON.stringify(data, undefined, 2)], { type: "application/json" });
  saveFile(file, `nia-link-${data.exportedAt.slice(0, 10)}.json`);
};

/** All that is kept about the user, as a file. */
export const ExportPage = () => {
  const { ownData, common } = useTexts();
  const [isConfirming, setConfirming] = useState(false);
  const save = useMutation({
    mutationFn: download,
    onError: (error) => {
      if (isProblem(error, "confirmation-needed")) setConfirming(true);
    },
  });
  return (
    <Page title={ownData.exportTitle} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{ownData.exportLead}</p>
      <ul>
        {ownData.exportParts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p>{ownData.exportSafe}</p>
      {isConfirming ? (
        <ConfirmationLogin
          purpose="export"
          onConfirmed={() => {
            setConfirming(false);
            save.mutate();
          }}
          onBack={() => setConfirming(false)}
        />
      ) : (
        <>
          {save.isSuccess && <Notice kind="success" announced title={ownData.exported} />}
          <ProblemNotice error={save.error} />
          <div className="actions">
            <Button busy={save.isPending} onClick={() => setConfirming(true)}>
              {save.isPending ? ownData.exporting : ownData.exportStart}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
};
