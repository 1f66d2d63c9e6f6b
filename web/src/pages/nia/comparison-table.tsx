import type { Output } from "../../api/client.ts";
import { formatAddress } from "../../format/address.ts";
import { formatDate } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { Icon } from "../../ui/icon.tsx";

type Comparison = Output<"comparison">;
type Field = "firstName" | "lastName" | "birthDate" | "address";
const fields: readonly Field[] = ["firstName", "lastName", "birthDate", "address"];

/** One row a field; a difference is told by words and a mark, not by colour alone. */
export const ComparisonTable = ({ comparison }: { comparison: Comparison }) => {
  const { language, texts } = useLanguage();
  const { nia } = texts;
  const show = (field: Field, side: "account" | "registry"): string => {
    if (field === "address") {
      const address = comparison.address[side];
      return address === undefined ? nia.empty : formatAddress(address, {});
    }
    const value = comparison[field][side];
    if (value === undefined) return nia.empty;
    return field === "birthDate" ? formatDate(value, language) : value;
  };
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{nia.field}</th>
          <th scope="col">{nia.inAccount}</th>
          <th scope="col">{nia.inRegistry}</th>
          <th scope="col">{nia.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} className={`is-${comparison[field].outcome}`}>
            <th scope="row">{nia.fields[field]}</th>
            <td data-label={nia.inAccount}>{show(field, "account")}</td>
            <td data-label={nia.inRegistry}>{show(field, "registry")}</td>
            <td data-label={nia.outcome}>
              <Icon name={comparison[field].outcome === "different" ? "warning" : "check"} />{" "}
              {nia.outcomes[comparison[field].outcome]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
