import type { Texts } from "../texts.ts";

export const confirmation: Texts["confirmation"] = {
  title: "Confirm by logging in again",
  lead: {
    "add-key":
      "Confirm the new security key with your password and a key that you have already. For the first key we send a PIN by SMS instead.",
    "add-certificate":
      "Confirm the new certificate with your password and security key. The confirmation is valid for 5 minutes.",
    "change-email":
      "Confirm the change of your e-mail with your password and security key. If you have no key, we send a PIN to your present e-mail instead.",
    "change-phone":
      "Confirm the change of your phone with your password and security key. If you have no key, we send a PIN to your present phone instead.",
    "change-password":
      "Confirm the change of your password with the present one and your security key. If you have no key, we send a PIN by SMS instead.",
    link: "Confirm the link with your password and a touch of each key you picked. The confirmation is valid for 5 minutes.",
    "complete-link":
      "We show the registry's data once you confirm with your password and security key. The confirmation is valid for 5 minutes.",
    export: "Confirm the download of all your data with your password and security key.",
    "delete-account": "Confirm the deletion of the account with your password and security key.",
    "remove-key":
      "Confirm the removal with your password and any of your keys, be it the one that you are removing.",
    "log-in-to-service": "Confirm the login with your password and a touch of a key that is linked to NIA.",
    detach: "Confirm the detachment with your password and any of your security keys.",
  },
  confirm: "Confirm",
  pin: "PIN2 from the SMS",
  emailPin: "PIN from the e-mail",
  touch: (name) => `Touch the key “${name}”.`,
  progress: (touched, all) => `Touch each key in turn. ${touched} of ${all} keys touched.`,
  touched: (name) => `${name}: touched`,
  left: (name) => `${name}: left`,
};
