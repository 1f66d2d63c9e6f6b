/** The addresses of the pages; mails link to some of them. */
export const paths = {
  start: "/",
  register: "/register",
  registerEmailPin: "/register/email-pin",
  registerPhonePin: "/register/phone-pin",
  login: "/login",
  settings: "/settings",
  profile: "/settings/profile",
  keys: "/settings/keys",
  devices: "/settings/devices",
  nia: "/settings/nia",
  niaDocument: "/settings/nia/document",
  niaCompare: "/settings/nia/compare",
  niaProgress: "/settings/nia/progress",
  activity: "/settings/activity",
  certifiedKeys: "/certified-keys",
} as const;
