import type { UndeliverableTexts } from "../cs/undeliverable.ts";

export const undeliverable: UndeliverableTexts = {
  title: "We cannot deliver to your e-mail",
  bounced: "Our messages come back from it, so we send no more to it.",
  complained: "Our message was marked as spam there, so we send no more to it.",
  whatToDo:
    "Verify it again, or change it. Until then you will get no warning and no link for a new password.",
  link: "Go to contacts",
};
