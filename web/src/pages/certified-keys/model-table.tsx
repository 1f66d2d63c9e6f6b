import { usePageTexts, useTexts } from "../../language/language.tsx";
import { KeyPicture } from "../../security-key/key-picture.tsx";
import { ofCode } from "../../texts/of-code.ts";
import { checksOf, type Model, type Order } from "./models.ts";
import { certifiedTexts } from "../../texts/pages.ts";

interface ModelTableProps {
  models: readonly Model[];
  order: Order;
  onOrder: (order: Order) => void;
}

export const ModelTable = ({ models, order, onOrder }: ModelTableProps) => {
  const { keys } = useTexts();
  const certified = usePageTexts(certifiedTexts);
  const { columns } = certified;
  return (
    <table className="models">
      <caption className="visually-hidden">{certified.title}</caption>
      <thead>
        <tr>
          <SortableHeader column="name" label={columns.model} order={order} onOrder={onOrder} />
          <SortableHeader column="vendor" label={columns.vendor} order={order} onOrder={onOrder} />
          <SortableHeader column="level" label={columns.level} order={order} onOrder={onOrder} />
          <th scope="col">{columns.connection}</th>
          <th scope="col">{columns.check}</th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.key}>
            <th scope="row">
              <span className="model-name">
                <KeyPicture picture={model.picture} />
                {model.name}
              </span>
            </th>
            <td data-label={columns.vendor}>{model.vendor}</td>
            <td data-label={columns.level}>{keys.levels[model.level]}</td>
            <td data-label={columns.connection}>
              {model.transports.map((transport) => ofCode(certified.connections, transport)).join(", ") ||
                certified.unknown}
            </td>
            <td data-label={columns.check}>
              {checksOf(model)
                .map((check) => certified.checks[check])
                .join(", ") || certified.unknown}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface SortableHeaderProps extends Omit<ModelTableProps, "models"> {
  column: "name" | "vendor" | "level";
  label: string;
}

const SortableHeader = ({ column, label, order, onOrder }: SortableHeaderProps) => {
  const turned = column === "level" ? "level-up" : (`${column}-down` as const);
  const isSorted = order === column || order === turned;
  const isDescending = order === "level" || order.endsWith("-down");
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}>
      <button type="button" className="sort" onClick={() => onOrder(order === column ? turned : column)}>
        {label} <span aria-hidden="true">{isSorted ? (isDescending ? "▼" : "▲") : "↕"}</span>
      </button>
    </th>
  );
};
