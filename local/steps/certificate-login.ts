import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { type Answer, startCertificateHost } from "../certificate-host/certificate-host.ts";
import type { GatewayEvent } from "../certificate-host/event.ts";
import { pkcs12 } from "../certificate-host/pkcs12.ts";
import { type Identity, issue, selfSigned } from "../certificates.ts";
import type { RunningServer } from "../http-server.ts";
import { stateFile } from "../state-file.ts";
import { clientConfig } from "./aws.ts";
import { demoAccount } from "./demo-account.ts";
import { at, type Json } from "./settings.ts";

/** Opens the file with the demo certificate; whoever imports it is asked for this. */
export const demoCertificatePassword = "demo";

interface Certificates {
  /** Issues users' certificates. */
  readonly authority: Identity;
  /** Of the host that asks for them. */
  readonly host: Identity;
  /** A user's, for the demo account. */
  readonly user: Identity;
}

const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

/** Throw-away ones: made when the product first starts, kept beside its data. */
export const certificatesOf = async (runFolder: string): Promise<Certificates> => {
  const file = stateFile<Certificates>(join(runFolder, "certificates.json"));
  const kept = file.read();
  if (kept !== undefined) return kept;
  const authority = await selfSigned({ commonName: "nia-link local authority", keyType: "ec", ca: true });
  const made = {
    authority,
    host: await issue(authority, {
      commonName: "127.0.0.1",
      keyType: "ec",
      ipAddresses: ["127.0.0.1"],
      extendedKeyUsage: [SERVER_AUTHENTICATION],
    }),
    user: await issue(authority, {
      commonName: `${demoAccount.firstName} ${demoAccount.lastName}`,
      keyType: "ec",
      extendedKeyUsage: [CLIENT_AUTHENTICATION],
    }),
  };
  file.write(made);
  return made;
};

/** Unless the person's settings name authorities of their own, or none. */
export const takesCertificates = (chosen: Json): boolean => at(chosen, "certificateLogin") === undefined;

/** What the service is told of it. */
export const certificateSettings = (certificates: Certificates | undefined, port: number): Json =>
  certificates === undefined
    ? {}
    : {
        certificateLogin: {
          authorities: [certificates.authority.certificatePem],
          origin: `https://127.0.0.1:${port}`,
        },
      };

/** Writes the demo certificate for a browser (`.p12`, with its key) and for Settings (`.pem`, alone). Answers the first path. */
export const writeDemoCertificate = async (runFolder: string, { user }: Certificates): Promise<string> => {
  const folder = join(runFolder, "demo-certificate");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "demo.pem"), user.certificatePem);
  const path = join(folder, "demo.p12");
  await writeFile(path, await pkcs12(user, "nia-link demo", demoCertificatePassword), { mode: 0o600 });
  return path;
};

interface HostOptions {
  readonly port: number;
  readonly certificates: Certificates;
  /** Of the emulator. */
  readonly endpoint: string;
  readonly functionName: string;
}

/** The host for certificates, before the function that answers there. */
export const startLocalCertificateHost = async (options: HostOptions): Promise<RunningServer> => {
  const { authority, host } = options.certificates;
  const client = new LambdaClient(clientConfig(options.endpoint));
  const call = async (event: GatewayEvent): Promise<Answer> => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: options.functionName, Payload: JSON.stringify(event) }),
    );
    if (FunctionError !== undefined) throw new Error(`the function failed: ${FunctionError}`);
    return JSON.parse(Payload?.transformToString() ?? "{}") as Answer;
  };
  const server = await startCertificateHost({
    port: options.port,
    identity: host,
    authorities: [authority.certificatePem],
    call,
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      client.destroy();
    },
  };
};
