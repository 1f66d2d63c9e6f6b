/** Says what is being done and how long it took. */
export interface Progress {
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export const quiet: Progress = { step: (_title, work) => work() };

/** A line for each step: on a terminal at once, elsewhere when it is done. */
export const shown = (out: NodeJS.WriteStream = process.stdout): Progress => ({
  step: async (title, work) => {
    const began = performance.now();
    if (out.isTTY) out.write(`  … ${title}`);
    const end = (mark: string): void => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      out.write(`${out.isTTY ? "\r" : ""}  ${mark} ${title} (${seconds} s)\n`);
    };
    try {
      const result = await work();
      end("✓");
      return result;
    } catch (error) {
      end("✗");
      throw error;
    }
  },
});
