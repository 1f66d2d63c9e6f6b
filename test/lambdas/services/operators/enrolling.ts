import type { GradeAttestation } from "../../../../lambdas/services/ports/fido.ts";
import { makeFinishEnrolment, makeOpenEnrolment } from "../../../../lambdas/services/operators/enrol.ts";
import { makeLogInOperator } from "../../../../lambdas/services/operators/log-in-operator.ts";
import { makeLogInOperatorWithKey } from "../../../../lambdas/services/operators/log-in-operator-with-key.ts";
import { makeAddOperator } from "../../../../lambdas/services/operators/manage-operators.ts";
import { type AskedKeys, memoryCeremonies, newKeyOf, touchOf } from "../../../support/memory-ceremonies.ts";
import { memoryModels } from "../../../support/memory-models.ts";
import { memoryCommonPasswords, memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld } from "../../../support/world.ts";

export const password = "a long night at the desk";

/** Everything that operators enrol and log in with; keys whose id begins with "weak" are not certified. */
export const aDesk = () => {
  const world = aWorld();
  const grade: GradeAttestation = async () => ({
    grade: {
      linkable: graded.linkable,
      reason: graded.linkable ? "certified" : "below-level-1",
      gradedAt: world.now,
    },
    modelName: "Model",
  });
  const graded = { linkable: true };
  const ports = {
    ...world,
    clock: world.clock,
    ceremonies: memoryCeremonies(),
    passwords: memoryPasswords(),
    commonPasswords: memoryCommonPasswords,
    models: memoryModels(),
    grade,
  };
  const add = makeAddOperator(ports);
  const open = makeOpenEnrolment(ports);
  const finish = makeFinishEnrolment(ports);
  const logIn = makeLogInOperator(ports);
  const touch = makeLogInOperatorWithKey(ports);
  const desk = {
    ...ports,
    world,
    graded,
    add: async (id: string, role: "operator" | "supervisor" | "auditor" = "operator") =>
      await add({ id, name: id, role, by: "ops" }),
    open,
    /** Opens the link, and sets password and key by it. */
    enrol: async (secret: string, keyId: string, chosen = password) => {
      const { options } = await open({ secret });
      const { challenge } = options as AskedKeys;
      await finish({ secret, password: chosen, response: newKeyOf(keyId, challenge) });
    },
    finish,
    logIn,
    touch,
    /** The whole login, with the key that was asked for. */
    enter: async (login: string) => {
      const { handle, options } = await logIn({ login, password });
      const { challenge, keyIds } = options as AskedKeys;
      return (await touch({ handle, response: touchOf(keyIds[0] ?? "", challenge) })).token;
    },
    operator: async (id: string) => await world.records.get("operator", { id }),
  };
  return desk;
};
