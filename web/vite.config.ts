import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { routes } from "../lambdas/contract/routes.ts";

/** Routes that no page of ours calls: another site, or the host for certificates, sends the browser there. */
const broughtByOthers: readonly string[] = ["saml", "certificate"];

const prefix = "virtual:contract-addresses";

/** No user loads what only operators call. */
const isOfConsole = (path: string): boolean => /^\/api\/(?:operator|helpdesk)\//u.test(path);

const addressesOf = (module: string): string => {
  const ofConsole = module.endsWith("/console");
  const chosen = Object.entries(routes).filter(
    ([, { path, access }]) => isOfConsole(path) === ofConsole && !broughtByOthers.includes(access),
  );
  return JSON.stringify(
    Object.fromEntries(chosen.map(([route, { method, path }]) => [route, [method, path]])),
  );
};

/** Method and path of each route, taken out of the contract at build time: its schemas stay out of the bundle. */
const contractAddresses = (): Plugin => ({
  name: "contract-addresses",
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load: (id) => (id.startsWith(`\0${prefix}`) ? `export const addresses = ${addressesOf(id)};` : undefined),
});

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
