import { solveChallenge } from "altcha-lib";
import type { Challenge } from "altcha-lib/types";
import { deriveKey } from "./derive-key.ts";

/** In a worker it goes to the page that started it: there is no other origin to keep it from. */
const answer = (payload: string | null): void =>
  (globalThis as unknown as Pick<Worker, "postMessage">).postMessage(payload, []);

const solve = async (challenge: Challenge): Promise<void> => {
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null);
  answer(solution === null ? null : btoa(JSON.stringify({ challenge, solution })));
};

/** Searches beside the page, so that the page stays quick. Answers with ALTCHA's payload, or null where it failed. */
globalThis.addEventListener("message", ({ data }: MessageEvent<Challenge>) => {
  void solve(data);
});
