import * as z from "zod/mini";
import { nia } from "../runtime/nia.ts";
import { writing } from "../runtime/records.ts";
import { makeTellNia } from "../services/authenticators/tell-nia.ts";
import { makeIdentifyPerson } from "../services/link/identify-person.ts";
import { makeRegisterAuthenticator } from "../services/link/register-authenticator.ts";
import { makeRevertAuthenticators } from "../services/link/revert-authenticators.ts";
import { ofAuthenticator, ofVerification, task, taskHandler } from "./task.ts";

const ports = { ...writing(), nia: nia() };

const ofKey = z.extend(ofVerification, { keyId: z.string() });

/** The steps of the state machines that talk to NIA: the only function that may read its key. */
export const handler = taskHandler({
  "identify-person": task(ofVerification, makeIdentifyPerson(ports)),
  "register-authenticator": task(ofKey, makeRegisterAuthenticator(ports)),
  "revert-authenticators": task(ofVerification, makeRevertAuthenticators(ports)),
  "tell-nia": task(ofAuthenticator, makeTellNia(ports)),
});
