import type { Account } from "./account.ts";
import { compare, personToStore } from "./compare.ts";
import type { Address, IsoInstant, RegistryField } from "./person.ts";

/** The fields of a person that the change feed carries (nia-soap.md, 8.4); of an address its RÚIAN code only. */
export const feedFields = ["firstName", "lastName", "birthDate", "addressPlaceCode"] as const;
export type FeedField = (typeof feedFields)[number];
export type FeedData = Partial<Record<FeedField, string>>;

/** How far an account follows the registry. */
export interface RegistryState {
  /** When the registry said what the link was made with. */
  dataAt: IsoInstant;
  addressPlaceCode?: string;
  /** The registry holds an address that this service can't spell: its place is not in our list of places. */
  addressUnknown?: true;
  /** The notification that brought a field last. Older ones come again and in any order, and change nothing. */
  seen: Partial<Record<FeedField, { id: string; at: IsoInstant }>>;
  updatedAt?: IsoInstant;
}

/** One notification about a person's data, with the address that its place code stands for, where that is known. */
export interface RegistryChange {
  /** NotifikaceIdpId: rising, more than a number of JavaScript holds. */
  id: string;
  at: IsoInstant;
  data: FeedData;
  address?: Address;
}

const isNews = ({ seen, dataAt }: RegistryState, { id, at }: RegistryChange, field: FeedField): boolean => {
  const before = seen[field];
  return at >= dataAt && (before === undefined || BigInt(id) > BigInt(before.id));
};

/** The fields of a change that are newer than what the account has from the registry. */
export const newsIn = (registry: RegistryState, change: RegistryChange): FeedField[] =>
  feedFields.filter((field) => change.data[field] !== undefined && isNews(registry, change, field));

const toPersonField: Record<FeedField, RegistryField> = {
  firstName: "firstName",
  lastName: "lastName",
  birthDate: "birthDate",
  addressPlaceCode: "address",
};

const withPlace = (
  registry: RegistryState,
  code: string | undefined,
  address: Address | undefined,
): RegistryState => {
  if (code === undefined || code === registry.addressPlaceCode) return registry;
  const { addressUnknown: _before, ...rest } = registry;
  return { ...rest, addressPlaceCode: code, ...(address === undefined && { addressUnknown: true as const }) };
};

/**
 * A linked account after one notification, and what of the person is another than before: partial, repeated and
 * out-of-order notifications are all right. Where case alone differs, the user's spelling stays. The same account
 * where nothing is news.
 */
export const followRegistry = (
  account: Account,
  registry: RegistryState,
  change: RegistryChange,
  now: IsoInstant,
): { account: Account; changed: RegistryField[] } => {
  const news = newsIn(registry, change);
  if (news.length === 0) return { account, changed: [] };
  const told = Object.fromEntries(news.map((field) => [field, change.data[field]])) as FeedData;
  const code = told.addressPlaceCode;
  const moved = code !== undefined && code !== registry.addressPlaceCode;

  const person = personToStore(
    account.person,
    compare(account.person, {
      firstName: told.firstName ?? account.person.firstName,
      lastName: told.lastName ?? account.person.lastName,
      ...(told.birthDate !== undefined && { birthDate: told.birthDate }),
      ...(moved && change.address !== undefined && { address: change.address }),
    }),
  );
  const seen = Object.fromEntries(news.map((field) => [field, { id: change.id, at: change.at }]));
  const next = withPlace(
    { ...registry, seen: { ...registry.seen, ...seen }, updatedAt: now },
    code,
    change.address,
  );
  return {
    account: { ...account, person, registry: next },
    changed: news
      .map((field) => toPersonField[field])
      .filter((field) =>
        field === "address" ? moved : JSON.stringify(person[field]) !== JSON.stringify(account.person[field]),
      ),
  };
};

/**
 * What a verification that asked the registry later still has to leave alone: the feed has changed these since, so
 * the document may be the older of the two.
 */
export const fieldsNewerThan = (registry: RegistryState | undefined, since: IsoInstant): RegistryField[] =>
  feedFields
    .filter((field) => (registry?.seen[field]?.at ?? "") > since)
    .map((field) => toPersonField[field]);
