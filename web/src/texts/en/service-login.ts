import type { serviceLogin as czech } from "../cs/service-login.ts";

export const serviceLogin: typeof czech = {
  title: "Log in to a government service",
  loading: "Finding out who asks…",
  asks: (service) => `${service} asks you to log in.`,
  asksUnnamed: "A government service asks you to log in.",
  through: "The National Point for Identification and Authentication (NIA) hands the login over to it.",
  released: "What we pass on",
  attributes: {
    pseudonym: "an identifier that only NIA knows you by",
    authenticatorId: "the identifier of the security key that you log in with",
    firstName: "first name",
    lastName: "last name",
    birthDate: "birth date",
    email: "e-mail",
    phone: "phone",
  },
  level: "Level of assurance that is required",
  levels: { low: "low", substantial: "substantial", high: "high" },
  until: (time) => `Finish the login by ${time}.`,

  logInTitle: "Log in",
  logInLead: "You will need your password and a security key that is linked to NIA.",
  certificate: "A login by certificate is not enough here. Log in with your password and key.",
  readyTitle: "Do you agree?",
  ready: (username) => `You are logged in as ${username}. We have checked your key.`,
  notYou: "Not you?",
  otherAccount: "Log in with another account",
  agree: "Log in to the service",
  refuse: "Pass nothing on",
  cancel: "Back to the service without a login",

  touchTitle: "Confirm with your key",
  touch: (username) => `You are logged in as ${username}.`,
  touchAnew: "The service asks for a new login.",
  touchOld: "We need a fresh touch of a key that is linked to NIA.",
  begin: "Confirm with password and key",

  impossibleTitle: "This account can't log in to the service yet",
  impossible: {
    "not-linked": "The account is not linked to NIA. Link it, then go on with the login.",
    "link-suspended":
      "The link of the account to NIA is suspended. Call the helpdesk; the numbers are at the bottom of the page.",
    "no-allowed-key":
      "None of your keys is linked to NIA, or their link is suspended. Link another key, then go on with the login.",
    "another-subject":
      "The service expects somebody else than the owner of this account. Log in with another account.",
    "level-unreachable":
      "The service asks for the level of assurance high. A security key has the level substantial; log in with eObčanka.",
  },
  account: (username) => `You are logged in as ${username}.`,
  toLink: "Link the account to NIA",
  toLinkHint:
    "After linking we offer you to go on with the login. If that takes more than a quarter of an hour, begin again at the service.",

  overTitle: "This login is over",
  over: "It was finished already, or took longer than 15 minutes. Nothing is broken: go back to the service and log in again.",
  unknown:
    "No such login has begun in this browser. Go back to the service and log in again, in the same browser.",
  toServices: "List of services",

  waiting: (service) => `You were logging in to ${service}.`,
  waitingUnnamed: "You were logging in to a government service.",
  goOn: "Go on with the login",
};
