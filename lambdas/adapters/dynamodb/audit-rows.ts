import { type AuditEvent, kindOf } from "../../domain/audit.ts";

export const auditPartition = (accountId: string): string => `ACCOUNT#${accountId}`;
export const operatorPartition = (operator: string): string => `OPERATOR#${operator}`;
export const dayPartition = (day: string): string => `DAY#${day}`;

/** Where an event stands in whatever partition it is in. */
export const auditPlace = ({ at, id }: AuditEvent): string => `${at}#${id}`;

/** The row of an event, with what the indexes find it by: its kind, for its owner; operator and day, for the helpdesk. */
export const auditRow = (event: AuditEvent): Record<string, unknown> => {
  const { accountId, operator, at } = event;
  const pk = accountId === undefined ? "SERVICE" : auditPartition(accountId);
  const kind = kindOf(event);
  return {
    ...event,
    pk,
    sk: auditPlace(event),
    dayPk: dayPartition(at.slice(0, 10)),
    ...(operator === undefined ? {} : { operatorPk: operatorPartition(operator) }),
    ...(accountId === undefined || kind === undefined ? {} : { kindPk: `${pk}#${kind}` }),
  };
};
