import type { errors as czech } from "../cs/errors.ts";

export const errors: typeof czech = {
  unreachable: {
    title: "The service does not answer",
    detail: "Nothing was lost. Check your internet connection and try again in a while.",
  },
  unexpected: {
    title: "Something went wrong",
    detail: "Nothing was lost. Please try again. If it happens again, call the helpdesk.",
  },
  fields: {
    missing: "Fill in this field.",
    unknown: "The service does not know this field.",
    malformed: "Check that it is written correctly.",
    "too-short": "It is too short.",
    "too-long": "It is too long. Make it shorter.",
    "common-password": "This is one of the most used passwords. Choose another one.",
    "own-name": "The password can't be the same as the username or e-mail. Choose another one.",
    unchanged: "Your account has this already.",
    untimely: "The date is in the future, or too long ago.",
    "not-a-real-date": "There is no such date. Check the day, month and year.",
    locked: "The field is locked: it comes from the registry of residents.",
    "certificate-malformed":
      "The file holds no certificate. Choose a .pem, .crt, .cer or .der file with one certificate.",
    "certificate-private-key":
      "The file holds a private key. Give it to nobody, not even us. Choose a file with the certificate alone.",
    "certificate-foreign-authority": "The certificate was not issued by an authority that we accept.",
    "certificate-authority": "This is the certificate of an authority. Choose your personal one.",
    "certificate-not-for-clients": "The certificate is not meant for logging in.",
    "certificate-weak":
      "The key or signature of the certificate is out of date. Ask the authority for a new one.",
    "certificate-not-yet-valid": "The certificate is not valid yet.",
    "certificate-expired": "The certificate has expired. Ask the authority for a new one.",
    "certificate-unregistered":
      "This certificate opens no account. Log in with your password and add it in Settings.",
  },
  username:
    "Use 3 to 40 letters without accents, digits, dots or hyphens. Start and end with a letter or a digit.",
  email: "Enter an e-mail such as name@domain.cz.",
  phone:
    "Enter the whole number, for example 601 234 567. Start a foreign number with its prefix, such as +421.",
  password: "The password needs at least 10 characters.",
  pin: "A PIN has 6 digits.",
  postalCode: "Enter the postal code, for example 110 00.",
};
