import * as z from "zod";
import { type Resident, residents } from "../residents.ts";
import type { World } from "../world/world.ts";

/** A person of the invented register by whose likeness another one comes. */
export const newcomerWish = z.strictObject({ like: z.enum(residents.map(({ id }) => id)) });

const FIRST_NUMBER = 910_000_001;

/** Adds a person who is like another to the letter, with an identity card that nobody else holds. */
export function addNewcomer(world: World, { like }: z.output<typeof newcomerWish>): Resident {
  const { newcomers } = world.state;
  const model = residents.find(({ id }) => id === like);
  if (model === undefined) throw new Error(`There is nobody like ${like}.`);
  const newcomer: Resident = {
    ...model,
    id: `${like}-${newcomers.length + 1}`,
    documents: [{ type: "ID", number: String(FIRST_NUMBER + newcomers.length) }],
  };
  newcomers.push(newcomer);
  world.save();
  return newcomer;
}
