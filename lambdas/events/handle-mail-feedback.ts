import type { SNSEvent } from "aws-lambda";
import { readFeedback } from "../adapters/mail/feedback.ts";
import { writing } from "../runtime/records.ts";
import { makeTakeFeedback } from "../services/delivery/take-feedback.ts";
import { eventHandler } from "./event.ts";

const takeFeedback = makeTakeFeedback(writing());

/** Takes bounces and complaints of mails, as SES tells them. */
export const handler = eventHandler(async (event: SNSEvent) => {
  let marked = 0;
  for (const { Sns } of event.Records) marked += await takeFeedback(readFeedback(Sns.Message));
  return { feedback: event.Records.length, marked };
});
