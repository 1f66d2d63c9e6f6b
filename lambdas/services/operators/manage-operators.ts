import { OperatorTaken, WrongState } from "../../domain/errors.ts";
import { disable, invite, type Operator } from "../../domain/operator.ts";
import type { OperatorRole } from "../../domain/operator-rights.ts";
import { retrying } from "../retrying.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";
import { loadOperator, putOperator } from "./load-operator.ts";

/** Who runs the service, by the name that the audit log tells. */
interface ByOps {
  by: string;
}

/** What an enrolment link ends with; it is stored nowhere. */
export interface Invitation {
  secret: string;
  expiresAt: string;
}

type NewOperator = Pick<Operator, "id" | "name" | "email" | "role" | "ownAccountId">;

const invitationOf = async (
  writing: Writing,
  operator: Operator,
  { by, action }: ByOps & { action: "operator-added" | "operator-invited-again" },
): Promise<Invitation> => {
  const { records, clock, random } = writing;
  const at = clock();
  const secret = makeHandle(random);
  const invited = invite(operator, hashOf(secret), at);
  await records.commit([
    ...(await putOperator(records, invited.operator, at)),
    { put: invited.enrolment },
    audited(writing, at, {
      action,
      actor: "operator",
      operator: by,
      reason: `${operator.id}, ${operator.role}`,
    }),
  ]);
  return { secret, expiresAt: invited.enrolment.expiresAt };
};

/** A new operator, who has to enrol. Throws `OperatorTaken`: a login is never given to another person. */
export const makeAddOperator =
  (writing: Writing) =>
  async ({ by, ...given }: NewOperator & ByOps): Promise<Invitation> =>
    await retrying(async () => {
      if ((await writing.records.get("operator", { id: given.id })) !== undefined)
        throw new OperatorTaken("the login is taken");
      const operator: Operator = {
        type: "operator",
        version: 0,
        state: "invited",
        wrongPasswords: 0,
        createdAt: writing.clock(),
        ...given,
      };
      return await invitationOf(writing, operator, { by, action: "operator-added" });
    });

/** After a lost key or password, or an unused link: from now on the old ones open nothing, sessions included. */
export const makeInviteAgain =
  (writing: Writing) =>
  async ({ id, by }: ByOps & { id: string }): Promise<Invitation> =>
    await retrying(async () => {
      const operator = await loadOperator(writing.records, id);
      return await invitationOf(writing, operator, { by, action: "operator-invited-again" });
    });

const change = async (
  writing: Writing,
  operator: Operator,
  event: ByOps & { action: "operator-disabled" | "operator-role-changed" },
): Promise<void> => {
  const at = writing.clock();
  await writing.records.commit([
    ...(await putOperator(writing.records, operator, at)),
    audited(writing, at, {
      action: event.action,
      actor: "operator",
      operator: event.by,
      reason: `${operator.id}, ${operator.role}`,
    }),
  ]);
};

/** Ends all that the operator could do, at once. Throws `WrongState` where that was so. */
export const makeDisableOperator =
  (writing: Writing) =>
  async ({ id, by }: ByOps & { id: string }): Promise<void> =>
    await retrying(async () => {
      const operator = disable(await loadOperator(writing.records, id));
      await change(writing, operator, { by, action: "operator-disabled" });
    });

/** Another role, from the next request on. Throws `WrongState` where it is theirs already. */
export const makeChangeRole =
  (writing: Writing) =>
  async ({ id, role, by }: ByOps & { id: string; role: OperatorRole }): Promise<void> =>
    await retrying(async () => {
      const operator = await loadOperator(writing.records, id);
      if (operator.role === role) throw new WrongState(`the role is ${role} already`);
      await change(writing, { ...operator, role }, { by, action: "operator-role-changed" });
    });
