import type { Output } from "../../api/client.ts";
import { formatAddress } from "../../format/address.ts";
import { formatDate } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { comparisonTexts } from "../../texts/linking.ts";
import { Icon } from "../../ui/icon.tsx";

type Comparison = Output<"comparison">;
type Field = "firstName" | "lastName" | "birthDate" | "address";
const fields: readonly Field[] = ["firstName", "lastName", "birthDate", "address"];

/** One row a field; a difference is told by words and a mark, not by colour alone. */
export const ComparisonTable = ({ comparison }: { comparison: Comparison }) => {
  const { language } = useLanguage();
  const texts = usePageTexts(comparisonTexts);
  const show = (field: Field, side: "account" | "registry"): string => {
    if (field === "address") {
      const address = comparison.address[side];
      return address === undefined ? texts.empty : formatAddress(address, {});
    }
    const value = comparison[field][side];
    if (value === undefined) return texts.empty;
    return field === "birthDate" ? formatDate(value, language) : value;
  };
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{texts.inAccount}</th>
          <th scope="col">{texts.inRegistry}</th>
          <th scope="col">{texts.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} className={`is-${comparison[field].outcome}`}>
            <th scope="row">{texts.fields[field]}</th>
            <td data-label={texts.inAccount}>{show(field, "account")}</td>
            <td data-label={texts.inRegistry}>{show(field, "registry")}</td>
            <td data-label={texts.outcome}>
              <Icon name={comparison[field].outcome === "different" ? "warning" : "check"} />{" "}
              {texts.outcomes[comparison[field].outcome]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
