import { useTexts } from "../../language/language.tsx";
import { ofCode } from "../../texts/of-code.ts";
import type { Column, Model, Order } from "./models.ts";

interface ModelTableProps {
  models: readonly Model[];
  order: Order;
  onOrder: (order: Order) => void;
}

export const ModelTable = ({ models, order, onOrder }: ModelTableProps) => {
  const { settings, keys } = useTexts();
  return (
    <table className="models">
      <caption className="visually-hidden">{settings.certifiedTitle}</caption>
      <thead>
        <tr>
          <SortableHeader column="name" label={settings.model} order={order} onOrder={onOrder} />
          <SortableHeader column="level" label={settings.levelColumn} order={order} onOrder={onOrder} />
          <th scope="col">{settings.connection}</th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ key, name, level, transports }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{keys.levels[level]}</td>
            <td>{transports.map((transport) => ofCode(settings.transports, transport)).join(", ") || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface SortableHeaderProps extends Omit<ModelTableProps, "models"> {
  column: Column;
  label: string;
}

const SortableHeader = ({ column, label, order, onOrder }: SortableHeaderProps) => {
  const isSorted = order.by === column;
  return (
    <th scope="col" aria-sort={isSorted ? (order.descending ? "descending" : "ascending") : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() => onOrder({ by: column, descending: isSorted ? !order.descending : column === "level" })}
      >
        {label} <span aria-hidden="true">{isSorted ? (order.descending ? "▼" : "▲") : "↕"}</span>
      </button>
    </th>
  );
};
