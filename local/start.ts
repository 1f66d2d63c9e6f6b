import { join } from "node:path";
import { parseArgs } from "node:util";
import { StartFailure } from "./failure.ts";
import { defaultPorts, portsFrom } from "./ports.ts";
import { startProduct } from "./product.ts";
import { demoCertificatePassword } from "./steps/certificate-login.ts";
import { demoAccount } from "./steps/demo-account.ts";
import type { Endpoints } from "./steps/endpoints.ts";
import { existingEmulator } from "./steps/local-aws.ts";
import { readJsonFile } from "./steps/settings.ts";

const usage = `npm start -- [--fresh] [--settings FILE.json] [--secrets FILE.json] [--ports-from N]
  --fresh                begin with nothing instead of what the last run left
  --settings FILE.json   settings over those of the stage "local" in cdk.json
  --secrets FILE.json    {"nia", "serviceProvider", "identityProvider": {"privateKeyPem", "certificatePem"} each,
                         "dataBox": {"username", "password"}}, any of them
  --ports-from N         nine ports from N on instead of 8080, 4566 and 8481 to 8487`;

const options = {
  fresh: { type: "boolean", default: false },
  settings: { type: "string" },
  secrets: { type: "string" },
  "ports-from": { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const main = async (signal: AbortSignal): Promise<void> => {
  checkNode();
  const { values } = readArguments();
  if (values.help) return console.log(usage);
  const began = performance.now();
  const emulator = await existingEmulator();
  const product = await startProduct({
    runFolder: join(import.meta.dirname, ".run"),
    ports: values["ports-from"] === undefined ? defaultPorts : portsFrom(firstPort(values["ports-from"])),
    fresh: values.fresh,
    settings: values.settings === undefined ? {} : await readJsonFile(values.settings),
    secrets: values.secrets === undefined ? {} : await readJsonFile(values.secrets),
    signal,
    ...(emulator === undefined ? {} : { emulator }),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `\nnia-link runs, started in ${seconds} s.\n\n${overview(product.endpoints)}\n\nCtrl-C stops it.`,
  );
  await aborted(signal);
  console.log("Stopping.");
  await product.stop();
};

const checkNode = (): void => {
  if (Number(process.versions.node.split(".")[0]) < 24) {
    throw new StartFailure(
      `Node 24 comes with this project: start it with npm start, not with Node ${process.version}.`,
    );
  }
};

const readArguments = () => {
  try {
    return parseArgs({ options });
  } catch (error) {
    throw new StartFailure(`${error instanceof Error ? error.message : "Unknown argument"}\n${usage}`);
  }
};

const firstPort = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port < 65_500) return port;
  throw new StartFailure(`--ports-from takes a port number between 1024 and 65499, not ${text}.`);
};

const overview = ({
  web,
  inbox,
  office,
  nia,
  portal,
  service,
  metadata,
  emulator,
  certificates,
  demoCertificate,
}: Endpoints): string => {
  const places: [string, string | undefined][] = [
    ["Web app", web],
    ["Helpdesk console", `${web}/console`],
    ["Inbox: every mail and SMS", inbox],
    ["Czech POINT office", office],
    ["Simulated NIA", nia],
    ["NIA's portal", portal],
    ["Sample government service", service],
    ["Simulated FIDO metadata", metadata],
    ["Host for certificates", certificates],
    ["Local AWS", emulator],
  ];
  const lines = places.flatMap(([name, address]) => (address ? `  ${name.padEnd(28)}${address}` : []));
  const { username, password } = demoAccount;
  const certificate =
    demoCertificate === undefined
      ? []
      : [`  ${"Demo certificate".padEnd(28)}${demoCertificate}, password: ${demoCertificatePassword}`];
  const operators = `  ${"Operators".padEnd(28)}npm run operator -- add eva --name Eva --role supervisor --local --as you`;
  const account = `  ${"Demo account".padEnd(28)}${username}, password: ${password}`;
  return [...lines, account, operators, ...certificate].join("\n");
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interruption.abort());

try {
  await main(interruption.signal);
} catch (error) {
  process.exitCode = 1;
  if (interruption.signal.aborted) console.error("\nStopped before it was ready.");
  else if (error instanceof StartFailure) console.error(`\n${error.message}`);
  else console.error(error);
}
