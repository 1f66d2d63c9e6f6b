import type { ConfirmationOutcome } from "../../services/sessions/confirm.ts";
import type { Answer } from "../endpoint.ts";

/** What is still to be done; where nothing is, the session goes on under a new token. */
export const confirmationView = (outcome: ConfirmationOutcome): Answer => {
  if (outcome.state !== "confirmed") return { body: outcome };
  return { token: outcome.token, body: { state: "confirmed", until: outcome.until } };
};
