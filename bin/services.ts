import { parseArgs } from "node:util";
import { makeGovernmentServices } from "../lambdas/adapters/dynamodb/government-services.ts";
import { clock } from "../lambdas/runtime/platform.ts";
import { catalogueOf, catalogueOptions, runCommand, UsageWrong } from "./operations.ts";
import { readServices } from "./services-file.ts";

const help = `npm run services -- <load FILE | show> [options]

  load FILE  replaces the public catalogue of government services by the list of this file, in one step
  show       the list as it is now, in the form of such a file

The file is JSON; local/government-services.json is one to begin with. Whoever has the list open sees the new one
within ten minutes.

  --catalogue-table   the stack's output CatalogueTable
  --local             the product that \`npm start\` runs on this machine, instead
Region and credentials come from the environment as for any AWS tool.`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: catalogueOptions, allowPositionals: true });
  const [what, path] = positionals;
  if (values.help === true || what === undefined) return help;
  const { client, table } = catalogueOf(values);
  const catalogue = makeGovernmentServices(client, table);
  if (what === "show")
    return JSON.stringify({ services: (await catalogue.list())?.services ?? [] }, undefined, 2);
  if (what !== "load") throw new UsageWrong(`There is no ${what}; see --help.`);
  if (path === undefined) throw new UsageWrong("load: which file?");
  const services = readServices(path);
  await catalogue.replace({ services, loadedAt: clock() });
  return `The catalogue has ${services.length} services now.`;
});
