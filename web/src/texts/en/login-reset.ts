import type { LoginResetTexts } from "../cs/login-reset.ts";

export const loginReset: LoginResetTexts = {
  title: "Login reset by verified form",
  lead: "Use it where you can get into your account in no other way: when you have neither the e-mail, the phone nor the password of the account, for instance.",
  easier: "Faster ways:",
  forgot: "Forgotten password?",
  noKey: "Is your two factor authentication not working?",
  lostTitle: "What you will lose",
  lost: [
    "We remove every security key and certificate.",
    "We end the link to government services and the validation of the account. Linking again means the whole process from the start, perhaps a visit to a Czech POINT office too.",
    "The present password is void, and you are logged out on every device.",
  ],
  formTitle: "1. Fill in the form",
  form: "The form is in Czech only; its second page tells in English what to write where. Fill it in on a computer, or print it and write by hand.",
  download: "Download the form (PDF, in Czech)",
  sendTitle: "2. Have it verified and send it to us",
  send: "We need to know that it is really you who asks. Choose one way:",
  ways: {
    inPerson: {
      title: "In person",
      text: (address) => `Come to us with a valid identity document: ${address}.`,
    },
    dataBox: {
      title: "By data box",
      text: (id) =>
        `Send it from your own data box of a natural person to our data box ${id}. No signature is needed.`,
    },
    certifiedSignature: {
      title: "With a certified signature",
      text: (address) =>
        `Have your signature on the printed form certified, at Czech POINT, a post office, a municipal office or by a notary. Send the form by post: ${address}.`,
    },
  },
  nextTitle: "3. What comes then",
  next: [
    "One member of our staff looks into the request, and another one approves it.",
    "We send a link to set a new password to the e-mail that you give in the form.",
    "You log in with the new password and add a security key.",
  ],
};
