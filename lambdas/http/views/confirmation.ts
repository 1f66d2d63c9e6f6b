import type { ConfirmationOutcome } from "../../services/sessions/confirm.ts";
import type { Answer } from "../endpoint.ts";
import { newToken } from "./new-token.ts";

/** What is still to be done; where nothing is, the session goes on under a new token. */
export const confirmationView = (outcome: ConfirmationOutcome, bearer: boolean): Answer => {
  if (outcome.state !== "confirmed") return { body: outcome };
  return newToken(outcome.token, bearer, { state: "confirmed", until: outcome.until });
};
