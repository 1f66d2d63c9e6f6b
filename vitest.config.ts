import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], options: object = {}) => ({
  test: { name, include, environment: "node" as const, ...options },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/{lambdas,local,web,docs,statemachines}/**/*.test.ts"], { testTimeout: 30_000 }),
      project("infra", ["test/infra/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("browser", ["test/browser/**/*.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 240_000,
        fileParallelism: false,
      }),
      project("e2e", ["test/e2e/**/*.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 240_000,
        fileParallelism: false,
      }),
    ],
  },
});
