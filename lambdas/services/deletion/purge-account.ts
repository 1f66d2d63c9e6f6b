import type { Account } from "../../domain/account.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Entity, EntityOf, EntityType } from "../../domain/records.ts";
import type { KeyOf, Records, Write } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";

/** Some less than a transaction takes. */
const WRITES_AT_ONCE = 90;

/** A row of another partition: with the last row that leads to it, it would stay for ever. */
type Bound =
  | { type: "claim"; key: KeyOf<"claim"> }
  | { type: "model-key"; key: KeyOf<"model-key"> }
  | { type: "phone-holder"; key: KeyOf<"phone-holder"> };

const claim = (kind: KeyOf<"claim">["kind"], value: string | undefined): Bound[] =>
  value === undefined ? [] : [{ type: "claim", key: { kind, value } }];

const nothing = (): Bound[] => [];

/** What each row of an account's partition has elsewhere. The types of other partitions have nothing to say here. */
const boundTo: { [T in EntityType]: (row: EntityOf<T>) => Bound[] } = {
  account: ({ id, username, email, phone, link }) => [
    { type: "phone-holder", key: { phone: phone.value, accountId: id } },
    ...claim("username", username.toLowerCase()),
    ...claim("email", email.value.toLowerCase()),
    ...claim("pseudonym", link?.pseudonym),
  ],
  "security-key": ({ id, possibleModels }) => [
    ...claim("credential", id),
    ...possibleModels.map((modelKey) => ({ type: "model-key" as const, key: { modelKey, id } })),
  ],
  verification: ({ code, pseudonym }) => [...claim("code", code), ...claim("pseudonym", pseudonym)],
  authenticator: ({ pseudonym }) => claim("pseudonym", pseudonym),
  session: nothing,
  "client-certificate": ({ id }) => claim("certificate", id),
  confirmation: nothing,
  "contact-change": nothing,
  "key-ceremony": nothing,
  "reset-form": nothing,
  "service-login": nothing,
  "service-session": nothing,
  claim: nothing,
  "model-key": nothing,
  "model-change": nothing,
  "phone-holder": nothing,
  "password-reset": nothing,
  "two-factor-reset": nothing,
  unblocking: nothing,
  registration: nothing,
  "login-attempt": nothing,
  "certificate-handover": nothing,
  "portal-login": nothing,
  "operator-case": nothing,
  "call-checks": nothing,
  operator: nothing,
  "operator-enrolment": nothing,
  "operator-login": nothing,
  "operator-session": nothing,
  "operator-roster": nothing,
  "box-message": nothing,
  "box-cursor": nothing,
  "feed-cursor": nothing,
  "deadline-pauses": nothing,
  "set-aside-notification": nothing,
  "outbox-item": nothing,
};

const boundToRow = (row: Entity): Bound[] => (boundTo[row.type] as (row: Entity) => Bound[])(row);

/** As many of them as fit into one transaction with what they have elsewhere; at least one. */
const firstRows = (rows: readonly Entity[]): Entity[] => {
  let writes = 0;
  return rows.filter((row, index) => {
    writes += 1 + boundToRow(row).length;
    return index === 0 || writes <= WRITES_AT_ONCE;
  });
};

/** Those that are there and this account's own. */
const ownBound = async (records: Records, accountId: string, rows: readonly Entity[]): Promise<Entity[]> => {
  const bound = new Map(rows.flatMap(boundToRow).map((one) => [JSON.stringify(one), one]));
  const found = await Promise.all(
    [...bound.values()].map(async (one) =>
      one.type === "claim" ? await records.get(one.type, one.key) : await records.get(one.type, one.key),
    ),
  );
  return found.filter((row) => row !== undefined).filter((row) => row.accountId === accountId);
};

/**
 * The next transaction of the purge: some rows with what they have elsewhere, and the account's own row only once it
 * stands alone. So the account stays on the list until nothing else is left, wherever a process dies.
 */
export const purgeRows = async (writing: Writing, account: Account, at: IsoInstant): Promise<Write[]> => {
  const { records } = writing;
  const others = (await records.rowsOf(account.id)).filter(({ type }) => type !== "account");
  const rows = others.length > 0 ? firstRows(others) : [account];
  const bound = await ownBound(records, account.id, rows);
  return [
    ...[...bound, ...rows].map((remove) => ({ remove })),
    ...(others.length > 0
      ? []
      : [audited(writing, at, { action: "account-deleted", actor: "system", accountId: account.id })]),
  ];
};
