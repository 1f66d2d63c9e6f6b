/** The addresses of the console. */
export const consolePaths = {
  home: "/console",
  enrol: "/console/enrol",
  account: (id: string) => `/console/accounts/${id}`,
};
