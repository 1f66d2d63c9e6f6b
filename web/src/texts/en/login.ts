import type { login as czech } from "../cs/login.ts";

export const login: typeof czech = {
  title: "Log in",
  name: "Username or e-mail",
  password: "Password",
  submit: "Log in",
  submitting: "Logging in…",
  noAccount: "Don't have an account yet?",
  needed: "Log in to see this page.",
  keyTitle: "Touch your security key",
  keyLead:
    "Plug in your security key and touch it. The browser may ask for the key's PIN, your fingerprint or to unlock the device.",
  keyWaiting: "Waiting for the security key. You have 5 minutes.",
  keyCancelled: "The key did not answer, or you cancelled. Try again.",
  keyUnsupported: "This browser does not support security keys. Use the newest Google Chrome.",
  keyRetry: "Try the key again",
  useOther: "Back to the password",
  lostKey: "Is your two factor authentication not working?",
  forgot: "Forgot your password?",
  resetDone: "The new password is set, and we have logged out all devices. Now log in.",
  blocked: "Is your login blocked?",
  unblocked: "Login by password is unblocked. Now log in.",
};
