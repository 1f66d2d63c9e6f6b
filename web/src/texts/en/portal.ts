import type { portal as czech } from "../cs/portal.ts";

export const portal: typeof czech = {
  again: "Try again",
  backToNia: "To the page of the link with NIA",
  elsewhere: "There is another way: cancel the verification on the page of the link, and choose Czech POINT.",
  failures: {
    consent: {
      title: "You have not passed on all the data",
      text: "Without the data that we ask for you can't be verified. Nothing has changed. Try again and give your consent to all of them.",
    },
    cancelled: {
      title: "You cancelled the login at the NIA portal",
      text: "Nothing has changed. You can try again.",
    },
    failed: {
      title: "You were not logged in at the NIA portal",
      text: "Nothing has changed. Check that your eObčanka is active and the reader connected, and try again.",
    },
    level: {
      title: "Log in with eObčanka",
      text: "That way of logging in has a lower level of assurance than the verification needs. Try again and choose eObčanka at the NIA portal.",
    },
    "not-accepted": {
      title: "The answer of the NIA portal can't be accepted",
      text: "Nothing has changed. Please try again. If it happens again, call the helpdesk; the numbers are at the bottom of the page.",
    },
    unusable: {
      title: "The data of the NIA portal can't be used",
      text: "One of them, perhaps the birth date or the address, is not complete. Nothing has changed. Please verify yourself at Czech POINT.",
    },
    repeated: {
      title: "We have taken this answer already",
      text: "You came back to a page that was used before. See how your verification stands.",
    },
    late: {
      title: "The login at the NIA portal is no longer valid",
      text: "It took more than 15 minutes, or you came back in another browser. Nothing has changed. Start again here.",
    },
    "session-ended": {
      title: "You were logged out meanwhile",
      text: "So the data of the NIA portal could not be taken, and nothing has changed. Try again.",
    },
    over: {
      title: "The verification does not wait for data any more",
      text: "They have come already, or the verification has ended. See how it stands.",
    },
    unavailable: {
      title: "This does not work now",
      text: "Something went wrong on our side or at the NIA portal. Nothing was lost. Please try again in a while.",
    },
  },
};
