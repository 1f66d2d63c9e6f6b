import { setTimeout as sleep } from "node:timers/promises";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { StartFailure } from "../failure.ts";
import type { InboxMessage } from "../inbox/message.ts";
import type { Endpoints } from "./endpoints.ts";

/** Whom a newcomer logs in as; the simulated register knows her too. */
export const demoAccount = {
  username: "jana.novakova",
  firstName: "Jana",
  lastName: "Nováková",
  birthDate: "1988-04-12",
  address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
  email: "jana@example.cz",
  phone: "+420601123456",
  citizenship: "CZ",
  password: "ukázkové heslo",
  language: "cs",
};

type Places = Pick<Endpoints, "api" | "inbox" | "web">;

/** Registers and activates the demo account the way a person does, PINs out of the inbox. Throws `StartFailure`. */
export const registerDemoAccount = async (places: Places): Promise<void> => {
  const controlCode = await solve((await call(places, "GET", "/control-code")) as Challenge);
  const answer = await call(places, "POST", "/registrations", { ...demoAccount, controlCode });
  const { registrationId } = answer as { registrationId: string };
  const path = `/registrations/${registrationId}`;
  for (const [step, address] of [
    ["email-pin", demoAccount.email],
    ["phone-pin", demoAccount.phone],
  ] as const) {
    await call(places, "POST", `${path}/${step}`, { pin: await pinFor(places, address) });
  }
};

const call = async ({ api, web }: Places, method: string, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: { "content-type": "application/json", origin: web },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.ok) return text === "" ? undefined : (JSON.parse(text) as unknown);
  throw new StartFailure(`The demo account could not be made: ${path} answers ${answer.status} ${text}`);
};

const solve = async (challenge: Challenge): Promise<string> => {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
};

const pinFor = async ({ inbox }: Places, address: string): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${inbox}/api/messages?to=${encodeURIComponent(address)}`);
    const [newest] = (await answer.json()) as InboxMessage[];
    const pin = /\b\d{6}\b/u.exec(newest?.text ?? "")?.[0];
    if (pin !== undefined) return pin;
    await sleep(200);
  }
  throw new StartFailure(`The demo account could not be made: no PIN came to ${address}.`);
};
