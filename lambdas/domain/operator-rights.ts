import { OwnAccount, OwnRequest, RoleNotEnough } from "./errors.ts";
import type { Operator } from "./operator.ts";

/** `supervisor` approves what needs a second person; `auditor` only reads. */
export const operatorRoles = ["operator", "supervisor", "auditor"] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Who a route is open to, by the least role: whoever reads, whoever acts, whoever approves. */
const covering: Record<OperatorRole, readonly OperatorRole[]> = {
  auditor: ["operator", "supervisor", "auditor"],
  operator: ["operator", "supervisor"],
  supervisor: ["supervisor"],
};

/** Who may do what, by the least role. Services ask it, whatever their route has asked for. */
export const leastRoles = {
  "find-account": "auditor",
  "view-account": "auditor",
  "check-caller": "operator",
  /** After three failed checks of an account in a day. */
  "check-caller-again": "supervisor",
  "see-failed-fields": "supervisor",
  "suspend-link": "operator",
  "resume-link": "supervisor",
  "unlink-account": "operator",
  "see-cases": "auditor",
  "work-on-case": "operator",
  "decide-case": "supervisor",
  "see-reset-forms": "auditor",
  "register-reset-form": "operator",
  "decide-reset-form": "supervisor",
  "set-outage-banner": "supervisor",
  "pause-deadlines": "supervisor",
  "search-audit": "auditor",
} as const satisfies Record<string, OperatorRole>;

export type OperatorAction = keyof typeof leastRoles;
type Acting = Pick<Operator, "id" | "role">;

export const may = ({ role }: Pick<Operator, "role">, action: OperatorAction): boolean =>
  covering[leastRoles[action]].includes(role);

/** Throws `RoleNotEnough`. */
export const requireMay = (operator: Acting, action: OperatorAction): void => {
  if (!may(operator, action)) throw new RoleNotEnough(`${operator.role} may not ${action}`);
};

/** Throws `RoleNotEnough` where a route is for those of another role. */
export const requireRole = (operator: Acting, least: OperatorRole): void => {
  if (!covering[least].includes(operator.role))
    throw new RoleNotEnough(`${operator.role}, expected ${covering[least].join(" or ")}`);
};

/** Nobody acts on their own account, nor looks at it. Throws `OwnAccount`. */
export const requireNotOwn = (operator: Pick<Operator, "id" | "ownAccountId">, accountId: string): void => {
  if (operator.ownAccountId === accountId) throw new OwnAccount(`${operator.id} on their own account`);
};

/** Whoever approves is another person than whoever asked. Throws `OwnRequest`. */
export const requireAnother = (operator: Pick<Operator, "id">, requestedBy: string): void => {
  if (operator.id === requestedBy) throw new OwnRequest(`${operator.id} has asked for it`);
};
