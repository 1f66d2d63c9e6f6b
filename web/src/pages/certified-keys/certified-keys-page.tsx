import { useState } from "react";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { useCertifiedKeys } from "../../queries/service.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ModelTable } from "./model-table.tsx";
import { levels, type Order, wantedModels } from "./models.ts";

/** The public list of models that can be linked: by level, by name, or a part of a name. */
export const CertifiedKeysPage = () => {
  const { settings, keys } = useTexts();
  const { data, error, refetch } = useCertifiedKeys();
  const [search, setSearch] = useState("");
  const [least, setLeast] = useState("");
  const [order, setOrder] = useState<Order>({ by: "level", descending: true });
  const found = wantedModels(data?.models ?? [], { search, least, order });
  return (
    <Page title={settings.certifiedTitle} wide>
      <p>{settings.certifiedLead}</p>
      <div className="pair filters">
        <TextField id="search" label={settings.search} value={search} onChange={setSearch} optional />
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
          <p>
            <output>{settings.found(found.length, data.metadataNo)}</output>
          </p>
          {found.length > 0 && <ModelTable models={found} order={order} onOrder={setOrder} />}
        </>
      )}
    </Page>
  );
};
