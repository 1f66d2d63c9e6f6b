import { createHash } from "node:crypto";
import type { Resident } from "../residents.ts";
import type { Pseudonym } from "./state.ts";
import type { World } from "./world.ts";

/**
 * The person's pseudonym for that provider: a lower-case UUID, the same every time, another for every provider. After
 * one was made invalid, the person gets a new one.
 */
export function pseudonymFor(world: World, provider: string, resident: Resident): string {
  for (let generation = 0; ; generation += 1) {
    const bsi =
      generation === 0 && resident.pseudonym ? resident.pseudonym : derive(provider, resident.id, generation);
    const known = world.state.pseudonyms[bsi];
    if (known?.valid === false) continue;
    if (known === undefined) {
      world.state.pseudonyms[bsi] = { provider, residentId: resident.id, valid: true };
      world.save();
    }
    return bsi;
  }
}

/** The pseudonym's record, if it was given out to that provider and still holds. */
export function validPseudonym(world: World, provider: string, bsi: string): Pseudonym | undefined {
  const known = world.state.pseudonyms[bsi];
  return known !== undefined && known.valid && known.provider === provider ? known : undefined;
}

function derive(provider: string, residentId: string, generation: number): string {
  const hex = createHash("sha256").update(`${provider}/${residentId}/${generation}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) % 4) + 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
