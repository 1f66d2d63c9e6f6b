import { useState } from "react";
import type { Output } from "../api/client.ts";
import { useTexts } from "../language/language.tsx";
import { Page } from "../layout/page.tsx";
import { useCertifiedKeys } from "../queries/service.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";

type Model = Output<"certifiedKeys">["models"][number];

const levels = [
  "FIDO_CERTIFIED_L1",
  "FIDO_CERTIFIED_L1plus",
  "FIDO_CERTIFIED_L2",
  "FIDO_CERTIFIED_L2plus",
  "FIDO_CERTIFIED_L3",
  "FIDO_CERTIFIED_L3plus",
] as const;
const rank = (level: string): number => levels.indexOf(level as (typeof levels)[number]);

/** The public list of models that can be linked: by level, then by name. */
export const CertifiedKeysPage = () => {
  const { settings, keys } = useTexts();
  const { data, error, refetch } = useCertifiedKeys();
  const [search, setSearch] = useState("");
  const [least, setLeast] = useState("");
  const found = (data?.models ?? [])
    .filter(
      ({ name, level }) =>
        name.toLowerCase().includes(search.trim().toLowerCase()) && rank(level) >= rank(least),
    )
    .toSorted((a, b) => rank(b.level) - rank(a.level) || a.name.localeCompare(b.name));
  return (
    <Page title={settings.certifiedTitle} wide>
      <p>{settings.certifiedLead}</p>
      <div className="pair">
        <TextField id="search" label={settings.search} value={search} onChange={setSearch} />
        <SelectField
          id="level"
          label={settings.minLevel}
          value={least}
          onChange={setLeast}
          options={[
            ["", settings.anyLevel],
            ...levels.map((level): [string, string] => [level, keys.levels[level]]),
          ]}
        />
      </div>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <p role="status">{settings.found(found.length, data.metadataNo)}</p>
          <ModelTable models={found} />
        </>
      )}
    </Page>
  );
};

const ModelTable = ({ models }: { models: readonly Model[] }) => {
  const { settings, keys } = useTexts();
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{settings.model}</th>
          <th scope="col">{settings.levelColumn}</th>
          <th scope="col">{settings.connection}</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ key, name, level, transports }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-label={settings.levelColumn}>{keys.levels[level]}</td>
            <td data-label={settings.connection}>{transports.join(", ").toUpperCase() || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
