import { CeremonyRefused, OperatorKeyRefused } from "../../domain/errors.ts";
import { enrolled, type Operator, type OperatorEnrolment, requireEnrolment } from "../../domain/operator.ts";
import { requireGoodPassword } from "../accounts/require-good-password.ts";
import type { Ceremonies, GradeAttestation, Models, RegistrationResponse } from "../ports/fido.ts";
import type { CommonPasswords, Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { hashOf } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";
import { putOperator } from "./load-operator.ts";

/** The user handle of an operator at their key: never that of an account. */
export const handleOf = ({ id }: Pick<Operator, "id">): string => `operator:${id}`;

const openEnrolment = async ({ records, clock }: Writing, secret: string) => {
  const enrolment = await records.get("operator-enrolment", { id: hashOf(secret) });
  const operator = enrolment && (await records.get("operator", { id: enrolment.operatorId }));
  return requireEnrolment(enrolment, operator, clock());
};

/** Who is to enrol, and what their key is asked. Opening it again asks anew. Throws `EnrolmentUsedUp`. */
export const makeOpenEnrolment =
  (writing: Writing & { ceremonies: Ceremonies }) =>
  async ({
    secret,
  }: {
    secret: string;
  }): Promise<{ operator: Operator; enrolment: OperatorEnrolment; options: unknown }> => {
    const { enrolment, operator } = await openEnrolment(writing, secret);
    const { challenge, options } = await writing.ceremonies.registrationOptions({
      accountId: handleOf(operator),
      username: operator.id,
      exclude: [],
    });
    await writing.records.commit([{ put: { ...enrolment, challenge } }]);
    return { operator, enrolment, options };
  };

type EnrolPorts = Writing & {
  ceremonies: Ceremonies;
  passwords: Passwords;
  commonPasswords: CommonPasswords;
  grade: GradeAttestation;
  models: Pick<Models, "current" | "find">;
};

/** A key that opens everybody's accounts is no weaker than one that may be linked (adr/operators.md). */
const verifiedKey = async (
  { ceremonies, grade, models, clock }: EnrolPorts,
  response: RegistrationResponse,
  challenge: string | undefined,
) => {
  if (challenge === undefined) throw new CeremonyRefused("nothing was asked");
  const {
    synced,
    possibleModels: _models,
    ...credential
  } = await ceremonies.verifyRegistration(response, challenge);
  const at = clock();
  const graded = await grade(credential.attestation, models, at);
  if (synced === true) throw new OperatorKeyRefused("synced");
  if (!graded.grade.linkable) throw new OperatorKeyRefused(graded.grade.reason);
  const { modelName } = graded;
  return {
    ...credential,
    grade: graded.grade,
    createdAt: at,
    ...(modelName === undefined ? {} : { modelName }),
  };
};

/**
 * Sets the password and registers the key: from here on the operator is active, and the link is used up. Of two who use
 * it at once one loses. Throws `EnrolmentUsedUp`, `InvalidInput`, `CeremonyRefused`, `OperatorKeyRefused`; the link
 * stays good then.
 */
export const makeFinishEnrolment =
  (ports: EnrolPorts) =>
  async (command: { secret: string; password: string; response: RegistrationResponse }): Promise<void> =>
    await retrying(async () => {
      const { records, clock } = ports;
      const { enrolment, operator } = await openEnrolment(ports, command.secret);
      const owner = { username: operator.id, email: operator.email ?? operator.id };
      await requireGoodPassword(ports, command.password, owner);
      const key = await verifiedKey(ports, command.response, enrolment.challenge);
      const passwordHash = await ports.passwords.hash(command.password);
      const at = clock();
      await records.commit([
        { remove: enrolment },
        ...(await putOperator(records, enrolled(operator, passwordHash, key), at)),
        audited(ports, at, {
          action: "operator-enrolled",
          actor: "operator",
          operator: operator.id,
          reason: key.modelName ?? key.attestation.aaguid,
        }),
      ]);
    });
