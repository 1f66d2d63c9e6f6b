import * as z from "zod/mini";
import { nia } from "../runtime/nia.ts";
import { writing } from "../runtime/records.ts";
import { addressPlaces } from "../runtime/address-places.ts";
import { makeApplyNotification } from "../services/registry/apply-notification.ts";
import { makeReadFeed } from "../services/registry/read-feed.ts";
import { makeTellNia } from "../services/authenticators/tell-nia.ts";
import { makeIdentifyPerson } from "../services/link/identify-person.ts";
import { makeRegisterAuthenticator } from "../services/link/register-authenticator.ts";
import { makeRevertAuthenticators } from "../services/link/revert-authenticators.ts";
import { ofAuthenticator, ofNothing, ofVerification, task, taskHandler } from "./task.ts";

const ports = { ...writing(), nia: nia() };

/** The lease outlasts the function; work ends well before its time-out. */
const feedSettings = { leaseSeconds: 120, workSeconds: 50, atOnce: 8 };
const applyNotification = makeApplyNotification({ ...ports, places: addressPlaces() });

const ofFailure = z.extend(ofVerification, { failure: z.string() });
const ofKey = z.extend(ofVerification, { keyId: z.string() });

/** The steps of the state machines that talk to NIA: the only function that may read its key. */
export const handler = taskHandler({
  "identify-person": task(ofVerification, makeIdentifyPerson(ports)),
  "register-authenticator": task(ofKey, makeRegisterAuthenticator(ports)),
  "revert-authenticators": task(ofFailure, makeRevertAuthenticators(ports)),
  "read-feed": task(ofNothing, makeReadFeed(ports, applyNotification, feedSettings)),
  "tell-nia": task(ofAuthenticator, makeTellNia(ports)),
});
