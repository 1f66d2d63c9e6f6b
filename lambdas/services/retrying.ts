import { Conflict } from "../domain/errors.ts";

const ATTEMPTS = 5;

/**
 * Runs a use case anew from what is stored when another one has changed its records in between. The use case loads,
 * decides and commits; so deciding again on the new state is always right, and what no longer fits says so itself.
 */
export const retrying = async <T>(useCase: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await useCase();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
    }
  }
};
