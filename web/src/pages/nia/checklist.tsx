import { Link } from "react-router";
import { useTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import type { NiaState } from "../../queries/nia.ts";
import { Icon } from "../../ui/icon.tsx";

type Point = NiaState["checklist"][number]["point"];

/** Where each point is put right; the service itself sees to the others. */
const places: Partial<Record<Point, string>> = {
  "account-active": paths.login,
  names: paths.profile,
  address: paths.profile,
  email: paths.profile,
  phone: paths.profile,
  citizenship: paths.profile,
  "natural-person": paths.profile,
  "linkable-key": paths.keys,
};

/** What linking needs, each point with a link to where it is fixed. */
export const Checklist = ({ checklist }: Pick<NiaState, "checklist">) => {
  const { nia } = useTexts();
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{nia.checklistTitle}</h2>
      <ul className="checklist">
        {checklist.map(({ point, met }) => {
          const place = places[point];
          return (
            <li key={point} className={met ? "is-met" : "is-missing"}>
              <Icon name={met ? "check" : "cross"} />
              <span>
                {nia.points[point]} <span className="visually-hidden">({met ? nia.met : nia.missing})</span>
                {!met && place !== undefined && (
                  <>
                    {" "}
                    <Link to={place}>{nia.fix}</Link>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
