import { inject } from "vitest";
import type { Ports } from "../../../local/ports.ts";
import { anOffice, waitingFaults } from "./outside-world.ts";
import { sharedProduct } from "./shared-product.ts";
import { eventually } from "./user.ts";

declare module "vitest" {
  interface ProvidedContext {
    killable: { control: string; runFolder: string; ports: Ports };
  }
}

/** The product that the tests of outages share, one after another: everybody brings an account and a resident. */
export const killableProduct = () => {
  const { control, runFolder, ports } = inject("killable");
  const say = async (word: string): Promise<void> => {
    const answer = await fetch(`${control}/${word}`, { method: "POST" });
    if (!answer.ok) throw new Error(`${word}: ${await answer.text()}`);
  };
  const product = sharedProduct();
  return {
    ...product,
    runFolder,
    ports,
    killEmulator: async () => await say("kill"),
    restartEmulator: async () => await say("restart"),
    /** All computing dies and comes back; who looks after what was lost is called at once. */
    die: async (meanwhile: () => Promise<void> = async () => undefined) => {
      await say("kill");
      await meanwhile();
      await say("restart");
      await anOffice(product.endpoints).run("reconcile");
    },
    /** Until NIA has got each call that something was to go wrong with; what died with a lease waits for its end. */
    callsArrive: async () =>
      await eventually(
        "the calls that the faults wait for",
        async () => ((await waitingFaults(product.endpoints)).length === 0 ? true : undefined),
        300,
      ),
  };
};
