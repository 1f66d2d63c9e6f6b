import type { start as czech } from "../cs/start.ts";

export const start: typeof czech = {
  title: "Log in to government services with your account",
  lead: "Link your account and security key to the National Point for Identification and Authentication (NIA). Then they log you in to the Czech Social Security Administration, the Tax Portal, ePrescription and more.",
  needTitle: "What you will need",
  need: [
    "an account with name, permanent address, e-mail and phone filled in",
    "a security key of FIDO certification level 1 or higher",
    "one visit to any Czech POINT office with an identity document",
  ],
  forWhom:
    "Linking is for citizens of the Czech Republic who do not use the account for business. It is free.",
  stepsTitle: "How it works",
  steps: [
    { title: "Create an account", text: "We verify your e-mail and phone. It takes about 5 minutes." },
    { title: "Add a security key", text: "You see at once whether it can be linked." },
    { title: "Visit Czech POINT", text: "You print a document and the office sends us the registry's data." },
    {
      title: "Complete the link",
      text: "You check the data and confirm them. The result shows within a minute.",
    },
  ],
  keysList: "See the list of certified keys",
  servicesList: "See the services that you log in to",
  toSettings: "Go to Settings",
};
