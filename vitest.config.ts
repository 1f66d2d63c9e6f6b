import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], options: object = {}) => ({
  test: { name, include, environment: "node" as const, ...options },
});

// Vitest leaves a core free for watching, unless told: of two, one would idle.
const everyCore = { maxWorkers: "100%" };
const oneByOne = { testTimeout: 120_000, hookTimeout: 240_000, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/{bin,lambdas,life,local,web,docs,statemachines}/**/*.test.ts"], {
        ...everyCore,
        testTimeout: 30_000,
      }),
      project("infra", ["test/infra/**/*.test.ts"], {
        ...everyCore,
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      // All on one product, which is started once.
      project("journeys", ["test/{browser,e2e/journeys}/**/*.test.ts"], {
        globalSetup: ["test/e2e/support/start-shared-product.ts"],
        ...oneByOne,
      }),
      // All on another one, which they kill.
      project("outages", ["test/e2e/outages/*.test.ts"], {
        globalSetup: ["test/e2e/support/start-killable-product.ts"],
        ...oneByOne,
      }),
      // On emulators of their own.
      project("emulator", ["test/e2e/{*,emulator/*}.test.ts"], oneByOne),
    ],
  },
});
