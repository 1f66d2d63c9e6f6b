import { type RunningServer, send, serve } from "../http-server.ts";
import { stateFile } from "../state-file.ts";
import { control } from "./control-api.ts";
import { makeFaultBoard } from "./faults.ts";
import { OTHER_BOX, SENDER_BOX, letter } from "./letters.ts";
import { type MailboxState, makeMailbox } from "./mailbox.ts";
import type { Box } from "./message.ts";
import { makeOffice } from "./office/office.ts";
import type { OfficeResident } from "./office/person.ts";
import { isServicePath } from "./request-shapes.ts";
import { type Credentials, makeSoapEndpoint } from "./soap-endpoint.ts";
import { SEALING_ORGANIZATION, type Seal } from "./zfo.ts";

export interface DataBoxSimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly box: Box;
  readonly credentials: Credentials;
  /** See `makeSeal`. */
  readonly seal: Seal;
  /** Where the box outlives the process; without it nothing is kept. */
  readonly stateFile?: string;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly residents: readonly OfficeResident[];
}

export interface DataBoxSimulator extends RunningServer {
  /** What a client puts its suffixes (`dz`, `dx`, `DsManage`) after; ends with a slash. */
  readonly baseUrl: string;
  /** PEM of the roots that the client has to pin. */
  readonly sealRoots: readonly string[];
  /** Organizations that the sealing certificate may name. */
  readonly sealOrganizations: readonly string[];
  readonly officeUrl: string;
  /** For the allow-list of senders. */
  readonly senderBoxId: string;
}

const DAY = 86_400_000;

/** ISDS for one data box, over its real protocol (isds.md), and the office that sends answers to it. */
export async function startDataBoxSimulator(options: DataBoxSimulatorOptions): Promise<DataBoxSimulator> {
  let ahead = 0;
  const clock = (): number => (options.clock ?? Date.now)() + ahead;
  const mailbox = makeMailbox(stateFile<MailboxState>(options.stateFile), clock);
  const faults = makeFaultBoard();
  const surprise = letter({ senderBoxId: OTHER_BOX, annotation: "Mezi dvěma stránkami" });
  const { box, seal } = options;
  const soap = makeSoapEndpoint({ box, mailbox, faults, seal, clock, surprise }, options.credentials);
  const office = makeOffice({ mailbox, residents: options.residents, recipient: box, clock });
  const advance = (days: number): void => void (ahead += days * DAY);

  const server = await serve(
    async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://simulator");
      if (isServicePath(pathname)) return soap.handle(pathname, request, response);
      if (pathname.startsWith("/_sim/")) {
        return control(pathname, request, response, { mailbox, faults, calls: soap.calls, advance });
      }
      if (pathname === "/office" || pathname.startsWith("/office/")) {
        return office(pathname, request, response);
      }
      return pathname === "/"
        ? send(response, 302, "text/plain", "", { location: "/office" })
        : send(response, 404, "text/plain", "Not found\n");
    },
    options.port,
    options.host,
  );
  return {
    ...server,
    baseUrl: `${server.url}/DS/`,
    sealRoots: [seal.rootPem],
    sealOrganizations: [SEALING_ORGANIZATION],
    officeUrl: `${server.url}/office`,
    senderBoxId: SENDER_BOX,
  };
}
