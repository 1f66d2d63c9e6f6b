import { usePageTexts, useTexts } from "../../language/language.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { checks, connections, kinds, levels, orders, type Wanted } from "./models.ts";
import { certifiedTexts } from "../../texts/pages.ts";

interface ModelFiltersProps {
  wanted: Wanted;
  onChange: (change: Partial<Wanted>) => void;
}

/** What of the list is wanted: words, level, kind, connection, check of the user, and in which order. */
export const ModelFilters = ({ wanted, onChange }: ModelFiltersProps) => {
  const { keys } = useTexts();
  const certified = usePageTexts(certifiedTexts);
  const { filters } = certified;
  const choice = <N extends keyof Wanted>(
    name: N,
    label: string,
    options: readonly (readonly [Wanted[N] & string, string])[],
  ) => (
    <SelectField
      id={name}
      label={label}
      value={wanted[name]}
      onChange={(value) => onChange({ [name]: value })}
      options={options}
    />
  );
  return (
    <search className="filters" aria-label={certified.filter}>
      <TextField
        id="search"
        label={filters.search}
        value={wanted.search}
        onChange={(search) => onChange({ search })}
        type="search"
        maxLength={100}
        optional
      />
      {choice("least", filters.least, [
        ["", filters.all],
        ...levels.map((level) => [level, keys.levels[level]] as const),
      ])}
      {choice("connection", filters.connection, [
        ["", filters.all],
        ...connections.map((one) => [one, certified.connections[one]] as const),
      ])}
      {choice("check", filters.check, [
        ["", filters.all],
        ...checks.map((one) => [one, certified.checks[one]] as const),
      ])}
      {choice("kind", filters.kind, [
        ["", filters.all],
        ...kinds.map((one) => [one, certified.kinds[one]] as const),
      ])}
      {choice(
        "order",
        filters.order,
        orders.map((one) => [one, certified.orders[one]] as const),
      )}
    </search>
  );
};
