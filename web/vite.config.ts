import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { routes } from "../lambdas/contract/routes.ts";

/** Routes that no page of ours calls: another site, or the host for certificates, sends the browser there. */
const broughtByOthers: readonly string[] = ["saml", "certificate"];

/** Method and path of each route, taken out of the contract at build time: its schemas stay out of the bundle. */
const contractAddresses = (): Plugin => {
  const name = "virtual:contract-addresses";
  const called = Object.entries(routes).filter(([, { access }]) => !broughtByOthers.includes(access));
  const addresses = called.map(([route, { method, path }]) => [route, [method, path]]);
  return {
    name: "contract-addresses",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export const addresses = ${JSON.stringify(Object.fromEntries(addresses))};`
        : undefined,
  };
};

// Also where a test builds it, so that what is tried is what is delivered.
process.env["NODE_ENV"] = "production";

export default defineConfig({
  plugins: [react(), contractAddresses()],
  build: {
    target: "es2022",
    // Modules that can be split off are small: a request each costs more than it saves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes("@gov-design-system-ce/react") },
      onLog: (level, entry, log) => {
        if (entry.code !== "MODULE_LEVEL_DIRECTIVE") log(level, entry);
      },
    },
  },
});
