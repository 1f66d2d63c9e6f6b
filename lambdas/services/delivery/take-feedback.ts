import { type MailFeedback, markUndeliverable } from "../../domain/mail-feedback.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

/**
 * Takes what the mail service tells of one mail: an address that is of no use is marked at its account, so that nothing
 * more goes there and its owner is told. Told twice, late or out of order it changes nothing. Answers how many it marked.
 */
export const makeTakeFeedback = (writing: Writing) => {
  const { records, clock } = writing;

  const take = async (address: string, feedback: MailFeedback): Promise<number> =>
    await retrying(async () => {
      const claim = await records.get("claim", { kind: "email", value: address.toLowerCase() });
      const account = claim && (await records.get("account", { id: claim.accountId }));
      const marked = account && markUndeliverable(account, address, feedback);
      if (marked === undefined) return 0;
      await records.commit([
        { put: marked },
        audited(writing, clock(), {
          action: "email-undeliverable",
          actor: "system",
          accountId: marked.id,
          reason: feedback.kind,
        }),
      ]);
      return 1;
    });

  return async (feedback: MailFeedback): Promise<number> => {
    let marked = 0;
    for (const address of feedback.recipients) marked += await take(address, feedback);
    return marked;
  };
};
