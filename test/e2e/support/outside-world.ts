import { type Resident, residents } from "../../../local/nia/residents.ts";
import { invoke } from "../../../local/steps/aws.ts";
import type { Endpoints } from "../../../local/steps/endpoints.ts";

/** Works a simulator by its control API. */
const post = async (address: string, body: object): Promise<unknown> => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
};

/** Somebody new in the register who is like another to the letter, with a document of their own: nobody else links them. */
export const aResident = async ({ nia }: Endpoints, like = "jana"): Promise<Resident> =>
  (await post(`${nia}/_sim/residents`, { like })) as Resident;

/** Somebody of the register as every product begins with it. */
export const theResident = (id: string): Resident => {
  const found = residents.find((resident) => resident.id === id);
  if (found === undefined) throw new Error(`The register has no ${id}`);
  return found;
};

/** The Czech POINT office: sends an answer, and has the product look into its data box at once. */
export const anOffice = (endpoints: Endpoints) => {
  const run = async (name: string) => await invoke(endpoints.emulator, endpoints.functions[name] ?? name);
  return {
    run,
    answer: async (code: string, resident: Resident, variant = "as-typed") => {
      const { firstName, lastName, birthDate, citizenships, address, addressPlaceCode, documents } = resident;
      const person = { firstName, lastName, birthDate, citizenships, address, addressPlaceCode, documents };
      await post(`${endpoints.office}/answers`, { code, person, variant });
      await run("pollDataBox");
    },
  };
};

/** Something happens to a person in the register, and NIA's feed tells of it. */
export const tell = async ({ nia }: Endpoints, event: object): Promise<void> => {
  await post(`${nia}/_sim/notifications`, event);
};

/** The records that NIA holds of somebody's keys. */
export const niaHolds = async ({ nia }: Endpoints, { id: residentId }: Resident) => {
  const answer = await fetch(`${nia}/_sim/authenticators`);
  const all = (await answer.json()) as { bsi: string; id: string; state: string; residentId?: string }[];
  return all.filter((authenticator) => authenticator.residentId === residentId);
};

/** NIA answers nobody, or everybody again. */
export const setOutage = async ({ nia }: Endpoints, on: boolean): Promise<void> => {
  await post(`${nia}/_sim/outage`, { on });
};

/** What is to go wrong, with which call: the next of its kind, or after so many. */
export interface Fault {
  kind: string;
  transaction?: string;
  endpoint?: string;
  after?: number;
}

/** Something goes wrong with a call that NIA gets; of several faults each takes one call. */
export const askFault = async ({ nia }: Endpoints, fault: Fault): Promise<void> => {
  await post(`${nia}/_sim/faults`, fault);
};

/** Whatever has not happened yet, and whatever hangs, is over. */
export const forgetFaults = async ({ nia }: Endpoints): Promise<void> => {
  await fetch(`${nia}/_sim/faults`, { method: "DELETE" });
};

/** The faults that have not happened yet. */
export const waitingFaults = async ({ nia }: Endpoints): Promise<unknown[]> => {
  const answer = await fetch(`${nia}/_sim/faults`);
  return (await answer.json()) as unknown[];
};
