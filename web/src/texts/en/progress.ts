import type { progress as czech } from "../cs/progress.ts";

export const progress: typeof czech = {
  title: "Completing the link",
  lead: "It usually takes a few seconds. You may close this page; we will e-mail you the result as well.",
  steps: {
    identify: "Finding you at NIA",
    keys: (done, all) => `Recording the security keys (${done} of ${all})`,
    finish: "Saving the result",
  },
  stepDone: "done",
  stepRunning: "running",
  stepWaiting: "waiting",
  waitingForNia: "NIA does not answer now. We keep trying and you need not do anything. We will e-mail you.",
};
