import { feedPage } from "../../world/notifications.ts";
import type { Notification, ReferenceChange } from "../../world/state.ts";
import type { AnswerChild } from "./answer.ts";
import { detail } from "./details.ts";
import type { Values } from "./payload.ts";
import type { TransactionContext } from "./transactions.ts";

/** TR_NOTIFIKACE_IDP (nia-soap.md, 8.4). */
export function listNotifications(values: Values, context: TransactionContext): readonly AnswerChild[] {
  const { world, provider, feed } = context;
  const asked = values["NotifikaceIdpId"];
  const from = typeof asked === "string" ? BigInt(asked.trim().replace(/^\+/, "")) : undefined;
  const { page, more } = feedPage(world, provider, from, feed);
  const last = page.at(-1);
  const children: AnswerChild[] = [["Status", "OK"]];
  if (last === undefined) children.push(["Detail", detail.noNotifications]);
  children.push(["SeznamNotifikaceIdp", page.map(entry)]);
  if (feed.oldForm) return children;
  if (last !== undefined) children.push(["NotifikaceIdpPosledniId", String(last.id)]);
  return [...children, ["ExistujiDalsiNotifikace", String(more)]];
}

function entry(notification: Notification): AnswerChild {
  const { id, bsi, at, source, text, referenceData, pseudonymInvalidated } = notification;
  const changes: AnswerChild[] =
    referenceData === undefined ? [] : [["ReferencniData", changed(referenceData)]];
  return [
    "NotifikaceIdp",
    [
      ["NotifikaceIdpId", String(id)],
      ["Bsi", bsi],
      ["DatumACasNotifikace", at],
      ["Zdroj", source],
      ["Text", text],
      ...changes,
      ["ZneplatnenPseudonym", String(pseudonymInvalidated)],
    ],
  ];
}

function changed({ addressPlaceCode, birthDate, firstName, lastName }: ReferenceChange): AnswerChild[] {
  const all: [string, string | undefined][] = [
    ["AdresaPobytu", addressPlaceCode],
    ["DatumNarozeni", birthDate],
    ["Jmeno", firstName],
    ["Prijmeni", lastName],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] satisfies AnswerChild]));
}
