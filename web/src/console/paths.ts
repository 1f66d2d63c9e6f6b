/** The addresses of the console. */
export const consolePaths = {
  home: "/console",
  enrol: "/console/enrol",
  cases: "/console/cases",
  case: (id: string) => `/console/cases/${id}`,
  forms: "/console/reset-forms",
  newForm: (accountId: string) => `/console/accounts/${accountId}/new-reset-form`,
  form: (accountId: string, id: string) => `/console/accounts/${accountId}/reset-forms/${id}`,
  outage: "/console/outage",
  audit: "/console/audit",
  account: (id: string) => `/console/accounts/${id}`,
};
