import * as z from "zod/mini";
import { nia } from "../runtime/nia.ts";
import { writing } from "../runtime/records.ts";
import { makeIdentifyPerson } from "../services/link/identify-person.ts";
import { makeRegisterAuthenticator } from "../services/link/register-authenticator.ts";
import { makeRevertAuthenticators } from "../services/link/revert-authenticators.ts";
import { taskHandler } from "./task.ts";

const ports = { ...writing(), nia: nia() };

const identifyPerson = makeIdentifyPerson(ports);
const registerAuthenticator = makeRegisterAuthenticator(ports);
const revertAuthenticators = makeRevertAuthenticators(ports);

const ofKey = z.object({ keyId: z.string() });

/** The steps of link-account that talk to NIA: the only function that may read its key. */
export const handler = taskHandler({
  "identify-person": identifyPerson,
  "register-authenticator": async (input) => await registerAuthenticator({ ...input, ...ofKey.parse(input) }),
  "revert-authenticators": revertAuthenticators,
});
