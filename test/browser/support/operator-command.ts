import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { sharedProduct } from "../../e2e/support/shared-product.ts";

/** The command that whoever runs the service gives; answers with what it says. */
export const operatorCommand = async (...args: string[]): Promise<string> => {
  const { tables, emulator, region, web } = sharedProduct().endpoints;
  const places = ["--accounts-table", tables.accounts, "--audit-table", tables.audit, "--app-origin", web];
  const command = [join(import.meta.dirname, "../../../bin/operator.ts"), ...args, ...places, "--as", "ops"];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: emulator,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  return stdout;
};

/** The link to enrol that a command has printed. */
export const linkIn = (told: string): string => /https?:\S+\/console\/enrol#\S+/u.exec(told)?.[0] ?? "";
