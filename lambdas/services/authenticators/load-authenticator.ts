import type { Authenticator } from "../../domain/authenticator.ts";
import { Superseded } from "../../domain/errors.ts";
import type { Records } from "../ports/records.ts";

/** The input of every task of unlink-account. */
export interface AuthenticatorTask {
  accountId: string;
  authenticatorId: string;
  attempt: number;
}

/** NIA's record of a key for a task. Throws `Superseded` where a newer execution has taken over, or it is gone. */
export const loadAuthenticator = async (
  records: Records,
  { accountId, authenticatorId, attempt }: AuthenticatorTask,
): Promise<Authenticator> => {
  const authenticator = await records.get("authenticator", { accountId, id: authenticatorId });
  if (authenticator?.attempt !== attempt)
    throw new Superseded(`attempt ${attempt}, now ${authenticator?.attempt ?? "gone"}`);
  return authenticator;
};
