import { keyOf, keyOfEntity, listOf } from "../../lambdas/adapters/dynamodb/keys.ts";
import { type AuditEvent, kindOf } from "../../lambdas/domain/audit.ts";
import { Conflict } from "../../lambdas/domain/errors.ts";
import type { Entity, EntityOf, EntityType } from "../../lambdas/domain/records.ts";
import type { Records, Write } from "../../lambdas/services/ports/records.ts";

export interface MemoryRecords extends Records {
  /** Every entity of a type, in no order. */
  all<T extends EntityType>(type: T): EntityOf<T>[];
  readonly audit: AuditEvent[];
  /** Called before each commit: throw to fail it, or change records to lose the race. */
  beforeCommit: (writes: readonly Write[]) => Promise<void> | void;
}

const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}|${sk}`;

/** The `Records` port in memory, with the same conditions as the tables. */
export const memoryRecords = (): MemoryRecords => {
  const rows = new Map<string, Entity>();
  const audit: AuditEvent[] = [];
  const some = <T extends EntityType>(type: T, fits: (row: Entity) => boolean = () => true) =>
    structuredClone([...rows.values()].filter((row): row is EntityOf<T> => row.type === type && fits(row)));
  const all = <T extends EntityType>(type: T) => some(type);
  const inAccount = <T extends EntityType>(type: T, accountId: string) =>
    some(type, (row) => "accountId" in row && row.accountId === accountId);

  const check = (entity: Entity) => {
    const stored = rows.get(nameOf(keyOfEntity(entity)))?.version ?? 0;
    if (stored !== entity.version)
      throw new Conflict(`${entity.type}: stored ${stored}, read ${entity.version}`);
  };

  const records: MemoryRecords = {
    audit,
    beforeCommit: () => undefined,
    all,
    get: async (type, key) =>
      structuredClone(rows.get(nameOf(keyOf(type, key)))) as EntityOf<typeof type> | undefined,
    account: async (accountId) => {
      const [account] = some("account", (row) => "id" in row && row.id === accountId);
      if (account === undefined) return undefined;
      return {
        account,
        keys: inAccount("security-key", accountId),
        authenticators: inAccount("authenticator", accountId),
        verifications: inAccount("verification", accountId),
        sessions: inAccount("session", accountId),
        certificates: inAccount("client-certificate", accountId),
        confirmations: inAccount("confirmation", accountId),
        contactChanges: inAccount("contact-change", accountId),
        ceremonies: inAccount("key-ceremony", accountId),
        resetForms: inAccount("reset-form", accountId),
        serviceSessions: inAccount("service-session", accountId),
      };
    },
    rowsOf: async (accountId) => {
      const { pk } = keyOf("account", { id: accountId });
      return structuredClone([...rows.values()].filter((row) => keyOfEntity(row).pk === pk));
    },
    commit: async (writes) => {
      await records.beforeCommit(writes);
      if (writes.length > 100) throw new Error("more than 100 writes in a transaction");
      const names = writes.map((write) =>
        "audit" in write ? `audit|${write.audit.id}` : nameOf(keyOfEntity(Object.values(write)[0] as Entity)),
      );
      if (new Set(names).size !== names.length) throw new Error("one record twice in a transaction");
      for (const write of writes) if (!("audit" in write)) check(Object.values(write)[0] as Entity);
      for (const write of writes) {
        if ("audit" in write) audit.push(structuredClone(write.audit));
        if ("remove" in write) rows.delete(nameOf(keyOfEntity(write.remove)));
        if ("put" in write)
          rows.set(nameOf(keyOfEntity(write.put)), {
            ...structuredClone(write.put),
            version: write.put.version + 1,
          });
      }
    },
    waiting: async (type, before = "9999") =>
      some(type, (row) => (listOf(row)?.listSk ?? before) < before).toSorted((a, b) =>
        (listOf(a)?.listSk ?? "").localeCompare(listOf(b)?.listSk ?? ""),
      ),
    keysOfModel: async (modelKey, limit, after = "") =>
      all("model-key")
        .filter((row) => row.modelKey === modelKey && row.id > after)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    holdersOf: async (phone) =>
      all("phone-holder")
        .filter((row) => row.phone === phone)
        .map((row) => row.accountId),
    searchAudit: async ({ accountId, operator, action, from, until, limit, before = "9999" }) => {
      const place = ({ at, id }: AuditEvent) => `${at}#${id}`;
      const found = audit
        .filter((event) => event.at >= from && event.at < until && place(event) < before)
        .filter((event) => accountId === undefined || event.accountId === accountId)
        .filter((event) => operator === undefined || event.operator === operator)
        .filter((event) => action === undefined || event.action === action)
        .toSorted((a, b) => (place(a) < place(b) ? 1 : -1));
      const events = structuredClone(found.slice(0, limit));
      const last = events.at(-1);
      return { events, ...(last === undefined || found.length <= limit ? {} : { before: place(last) }) };
    },
    auditOf: async (accountId, { of, limit, before = "9999" }) => {
      const place = ({ at, id }: AuditEvent) => `${at}#${id}`;
      const found = audit
        .filter((event) => event.accountId === accountId && place(event) < before)
        .filter(
          (event) => of === "all" || (of === "shown" ? kindOf(event) !== undefined : kindOf(event) === of),
        )
        .toSorted((a, b) => (place(a) < place(b) ? 1 : -1));
      const events = structuredClone(found.slice(0, limit));
      const last = events.at(-1);
      return { events, ...(last === undefined || found.length <= limit ? {} : { before: place(last) }) };
    },
  };
  return records;
};
