import type { SamlStatus } from "../../../domain/saml-status.ts";

/** Status with its codes. */
export const statusElement = ({ code, subcode }: SamlStatus): string => {
  const inner = subcode === undefined ? "" : `<samlp:StatusCode Value="${subcode}"/>`;
  return `<samlp:Status><samlp:StatusCode Value="${code}">${inner}</samlp:StatusCode></samlp:Status>`;
};
