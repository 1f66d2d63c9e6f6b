import { checkAddressing } from "../soap/addressing.ts";
import { must } from "../soap/refusal.ts";
import { proveByToken } from "../soap/token-proof.ts";
import { action } from "../xml/names.ts";
import type { Answer } from "./transactions/answer.ts";
import { issuer } from "./tokens/claims.ts";
import { isTransactionClass } from "./transactions/payload-shapes.ts";
import type { Service, ServiceContext } from "./service.ts";
import { readSubmission, renderSubmitted } from "./submission.ts";
import { carryOut } from "./transactions/transactions.ts";

/** The gateway itself has no such transaction, or will not take it: a fault with a `GGErrorException`. */
export class GatewayRefused extends Error {
  override readonly name = "GatewayRefused";
  readonly number: number;

  constructor(number: number, message: string) {
    super(message);
    this.number = number;
  }
}

/** Public: a transaction, proven by the second token (nia-soap.md, 7). */
export const makeSubmissionService =
  (context: ServiceContext): Service =>
  ({ message, mediaAction }) => {
    const { addresses, signers, world, conditions, now } = context;
    checkAddressing(message, { action: action.submit, to: addresses.endpoints.public, mediaAction });
    const expected = { issuer: issuer.fpsts, audience: addresses.realms.public, signers: signers.fpsts };
    const provider = proveByToken(message, expected, now()).attributes.get("profileid");
    must(provider !== undefined, "security", "The token has no profileid");
    const { transactionClass, payload } = readSubmission(message.content);
    if (!isTransactionClass(transactionClass))
      throw new GatewayRefused(1001, "The transaction class is not known.");
    const answer = carryOut(transactionClass, payload, { world, provider, feed: conditions.feed });
    const body = renderSubmitted({ transactionClass, at: now() }, answer);
    return { action: action.submitted, body, outcome: outcomeOf(answer) };
  };

function outcomeOf({ children }: Answer): string {
  const values = new Map(children);
  const detail = values.get("Detail");
  return `Status=${String(values.get("Status"))}${typeof detail === "string" && detail !== "" ? `: ${detail}` : ""}`;
}
