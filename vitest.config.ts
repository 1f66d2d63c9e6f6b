import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], options: object = {}) => ({
  test: { name, include, environment: "node" as const, ...options },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/{bin,lambdas,life,local,web,docs,statemachines}/**/*.test.ts"], {
        testTimeout: 30_000,
      }),
      project("infra", ["test/infra/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      // All on one product, which is started once.
      project("journeys", ["test/{browser,e2e/journeys}/**/*.test.ts"], {
        globalSetup: ["test/e2e/support/start-shared-product.ts"],
        testTimeout: 120_000,
        hookTimeout: 240_000,
        fileParallelism: false,
      }),
      // Each with a product or an emulator of its own, because it kills it or sets it otherwise.
      project("e2e", ["test/e2e/{*,emulator/*,product/*}.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 240_000,
        // They mostly wait: for the emulator to come back, for leases to end.
        maxWorkers: 2,
      }),
    ],
  },
});
