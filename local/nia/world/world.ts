import { type Resident, residents as inventedResidents } from "../residents.ts";
import { type WorldState, emptyState, loadState, saveState } from "./state.ts";

/** The register of residents and what NIA remembers, kept over restarts when there is a state file. */
export interface World {
  state: WorldState;
  readonly now: () => Date;
  /** The people and the newcomers, with the changes that were made to them. */
  readonly people: () => Resident[];
  /** Keeps what was changed; to be called before the reply goes out. */
  readonly save: () => void;
  readonly reset: () => void;
}

export interface WorldOptions {
  readonly now: () => Date;
  readonly stateFile?: string | undefined;
  readonly residents?: readonly Resident[] | undefined;
}

export function openWorld({ now, stateFile, residents = inventedResidents }: WorldOptions): World {
  const world: World = {
    state: loadState(stateFile),
    now,
    people: () =>
      [...residents, ...world.state.newcomers].map((resident) => ({
        ...resident,
        ...world.state.changes[resident.id],
      })),
    save: () => saveState(stateFile, world.state),
    reset: () => {
      world.state = emptyState();
      world.save();
    },
  };
  return world;
}
