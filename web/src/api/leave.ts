import { addresses } from "virtual:contract-addresses";

/** Logs out here, and lets the browser go on to NIA, where the user was logged in to services. */
export const logOutEverywhere = (): void => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = addresses.logOutEverywhere[1];
  document.body.append(form);
  form.submit();
};
