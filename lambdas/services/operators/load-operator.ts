import { NotFound } from "../../domain/errors.ts";
import { emptyRoster, type Operator, type OperatorRoster, withOperator } from "../../domain/operator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Records, Write } from "../ports/records.ts";

/** Throws `NotFound`. */
export const loadOperator = async (records: Records, id: string): Promise<Operator> => {
  const found = await records.get("operator", { id });
  if (found === undefined) throw new NotFound(`operator ${id} is not there`);
  return found;
};

export const loadRoster = async (records: Records): Promise<OperatorRoster> =>
  (await records.get("operator-roster", {})) ?? emptyRoster;

/** The operator as they are now, and the roster with them. Throws `OperatorTaken`. */
export const putOperator = async (records: Records, operator: Operator, at: IsoInstant): Promise<Write[]> => [
  { put: operator },
  { put: withOperator(await loadRoster(records), operator, at) },
];
