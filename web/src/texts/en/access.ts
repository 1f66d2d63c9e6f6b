import type { AccessTexts } from "../cs/access.ts";

export const access: AccessTexts = {
  contactsTitle: "Contacts",
  contactsLead: "We send messages and PINs to these contacts. You confirm a change by logging in again.",
  change: "Change",
  email: "E-mail",
  phone: "Phone",
  changeTitle: { email: "Change of e-mail", phone: "Change of phone" },
  present: { email: "Present e-mail", phone: "Present phone" },
  fresh: { email: "New e-mail", phone: "New phone" },
  freshHint: {
    email: "We will send a PIN to it. Until you enter it, nothing changes.",
    phone: "We will send a PIN to it by SMS. Until you enter it, nothing changes. For example 601 234 567.",
  },
  sendPin: "Send a PIN",
  sendingPin: "Sending…",
  pinLead: (contact) =>
    `We have sent a PIN to ${contact}. It usually arrives within a minute and is valid for an hour. If it does not come, check that the contact is spelled right.`,
  pin: "PIN from the new contact",
  confirmPin: "Confirm the change",
  newPin: "Send another PIN",
  newPinSent: "Another PIN is on its way. The one before is no longer valid.",
  keepOld: "Keep the present one",
  waiting: { email: "A new e-mail waits for its PIN.", phone: "A new phone waits for its PIN." },
  enterPin: "Enter the PIN",
  changed: {
    email: "The e-mail was changed.",
    phone: "The phone was changed.",
    again: "The e-mail is verified again.",
  },
  again: "Verify again",
  againTitle: "New verification of the e-mail",
  againLead: (email) =>
    `We will send a PIN to ${email}. Once you enter it, all messages will go to this e-mail again.`,
  againConfirm: "Verify the e-mail",
  againCancel: "Do not verify",
  againWaiting: "The e-mail waits for its PIN.",
  againNote: "Messages go to it again.",
  changedNote:
    "We have logged out your other devices and sent a message to the contact you had before. The new contact can be used to reset the password after 72 hours.",

  changePassword: "Change the password",
  newPassword: "New password",
  savePassword: "Save the new password",
  saving: "Saving…",
  passwordEnds: "After the change we will log out all your other devices.",

  forgotTitle: "Forgotten password",
  forgotLead:
    "Write your username or e-mail. We will send you a link where you can set a new password. You need your phone for it, and your security key if your account has one.",
  forgotSubmit: "Send the link",
  forgotDoneTitle: "Look into your e-mail",
  forgotDone:
    "If there is such an account, we have sent a link to its e-mail. It is valid for 3 days. It usually arrives within a minute; look into the spam folder too. We send at most 5 links a day.",
  backToLogin: "Back to login",

  resetTitle: "Set a new password",
  resetLead: "First we will send a code by SMS to the phone of your account.",
  sendCode: "Send the code",
  codeLead: (phone) => `We have sent a code to ${phone}. It usually arrives within a minute.`,
  code: "Code from the SMS",
  newCode: "Send another code",
  keyLead: "Your account has a security key. Confirm the new password by touching it.",
  askAgain: "Ask for a new link",
  noFormLink:
    "The link is not complete. Open it again from the e-mail that came once your form was approved.",
  formLead:
    "Your request to restore access was approved. Choose a new password. Once you have logged in, add a security key and check your contacts.",
  noLink: "The link is not complete. Open it again from the e-mail, or ask for a new one.",

  unblockTitle: "Unblock your login",
  unblockLead:
    "After six wrong passwords in a row we block login by password. You can unblock it by a PIN that we send to the e-mail of your account.",
  unblockPinLead:
    "If there is such an account and it is blocked, we have sent a PIN to its e-mail. It is valid for an hour. Look into the spam folder too.",
  unblockPin: "PIN from the e-mail",
  unblock: "Unblock",
  startAgain: "Begin again",
};
