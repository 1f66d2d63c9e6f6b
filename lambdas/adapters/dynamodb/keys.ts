import { isSettled } from "../../domain/authenticator.ts";
import { nextStepAt } from "../../domain/deletion.ts";
import type { Entity, EntityType } from "../../domain/records.ts";
import { keptUntil } from "../../domain/retention.ts";
import type { KeyOf, WaitingType } from "../../services/ports/records.ts";

export interface RowKey {
  pk: string;
  sk: string;
}

const inAccount = (prefix: string) => (key: { accountId: string; id: string }) => ({
  pk: `ACCOUNT#${key.accountId}`,
  sk: `${prefix}#${key.id}`,
});
const alone = (prefix: string) => (key: { id: string }) => ({ pk: `${prefix}#${key.id}`, sk: prefix });

/** One item for each account that has the phone. */
export const phonePartition = (phone: string): string => `PHONE#${phone}`;

/** Where each entity stands in the accounts table. What belongs to an account shares its partition. */
const keys: { [T in EntityType]: (key: KeyOf<T>) => RowKey } = {
  account: (key) => ({ pk: `ACCOUNT#${key.id}`, sk: "ACCOUNT" }),
  "security-key": inAccount("KEY"),
  authenticator: inAccount("AUTHENTICATOR"),
  verification: inAccount("VERIFICATION"),
  session: inAccount("SESSION"),
  "client-certificate": inAccount("CERTIFICATE"),
  confirmation: inAccount("CONFIRMATION"),
  "contact-change": inAccount("CONTACT"),
  "key-ceremony": inAccount("CEREMONY"),
  "reset-form": inAccount("RESET-FORM"),
  "service-session": inAccount("SERVICE-SESSION"),
  "service-login": alone("SERVICE-LOGIN"),
  "model-key": (key) => ({ pk: `MODEL-KEYS#${key.modelKey}`, sk: `KEY#${key.id}` }),
  "model-change": alone("MODEL-CHANGE"),
  claim: (key) => ({ pk: `CLAIM#${key.kind}#${key.value}`, sk: "CLAIM" }),
  "phone-holder": (key) => ({ pk: phonePartition(key.phone), sk: `ACCOUNT#${key.accountId}` }),
  registration: alone("REGISTRATION"),
  "password-reset": alone("RESET"),
  "two-factor-reset": alone("TWO-FACTOR-RESET"),
  unblocking: alone("UNBLOCKING"),
  "login-attempt": alone("LOGIN"),
  "certificate-handover": alone("HANDOVER"),
  "portal-login": alone("PORTAL-LOGIN"),
  "operator-case": alone("CASE"),
  "call-checks": (key) => ({ pk: `ACCOUNT#${key.accountId}`, sk: "CALL-CHECKS" }),
  operator: alone("OPERATOR"),
  "operator-enrolment": alone("ENROLMENT"),
  "operator-login": alone("OPERATOR-LOGIN"),
  "operator-session": (key) => ({ pk: `OPERATOR#${key.operatorId}`, sk: `SESSION#${key.id}` }),
  "operator-roster": () => ({ pk: "OPERATORS", sk: "ROSTER" }),
  "box-message": alone("MESSAGE"),
  "box-cursor": () => ({ pk: "BOX", sk: "CURSOR" }),
  "deadline-pauses": () => ({ pk: "DEADLINES", sk: "PAUSES" }),
  "feed-cursor": () => ({ pk: "FEED", sk: "CURSOR" }),
  "set-aside-notification": alone("NOTIFICATION"),
  "outbox-item": alone("OUTBOX"),
};

export const keyOf = <T extends EntityType>(type: T, key: KeyOf<T>): RowKey => keys[type](key);

export const keyOfEntity = (entity: Entity): RowKey =>
  keyOf(entity.type, entity as KeyOf<typeof entity.type>);

/** Names of the sparse lists of the waiting index. */
export const listNames: Record<WaitingType, string> = {
  account: "DELETED-ACCOUNT",
  "outbox-item": "OUTBOX",
  verification: "OPEN-VERIFICATION",
  authenticator: "UNSETTLED-AUTHENTICATOR",
  "model-change": "OPEN-MODEL-CHANGE",
  "operator-case": "OPEN-CASE",
  "box-message": "ARCHIVED-MESSAGE",
  "set-aside-notification": "SET-ASIDE-NOTIFICATION",
  "reset-form": "REGISTERED-RESET-FORM",
};

/** Since when an entity waits for someone; undefined when it does not. */
const waitsSince = (entity: Entity): string | undefined => {
  switch (entity.type) {
    case "account":
      return entity.deletion && nextStepAt(entity.deletion);
    case "outbox-item":
      return (entity.deliveredAt ?? entity.givenUpAt) ? undefined : entity.createdAt;
    case "verification":
      return entity.endedAt === undefined ? entity.createdAt : undefined;
    case "authenticator":
      return isSettled(entity) ? undefined : entity.wantedAt;
    case "model-change":
      return entity.closedAt === undefined ? entity.openedAt : undefined;
    case "operator-case":
      return entity.state === "open" ? entity.openedAt : undefined;
    case "box-message":
      return entity.state === "archived" ? entity.deliveredAt : undefined;
    case "reset-form":
      return entity.state === "registered" ? entity.registered.at : undefined;
    case "set-aside-notification":
      return entity.state === "waiting" ? entity.setAsideAt : undefined;
    default:
      return undefined;
  }
};

export const listOf = (entity: Entity): { listPk: string; listSk: string } | undefined => {
  const since = waitsSince(entity);
  return since === undefined ? undefined : { listPk: listNames[entity.type as WaitingType], listSk: since };
};

/** When DynamoDB may delete the row, in seconds, a day after its time; it does so late, so the code looks at that too. */
export const timeToLive = (entity: Entity): number | undefined => {
  const until = keptUntil(entity);
  return until === undefined ? undefined : Math.floor(Date.parse(until) / 1000) + 86_400;
};
