import type { ClientCertificate } from "../../domain/client-certificate.ts";
import type { Write } from "../ports/records.ts";

/** The certificate is gone, and with it that it opens this account: a claim is never changed, so at its first version. */
export const removedCertificate = (certificate: ClientCertificate): Write[] => {
  const { id: value, accountId, provenAt } = certificate;
  return [
    { remove: certificate },
    ...(provenAt === undefined
      ? []
      : [{ remove: { type: "claim", kind: "certificate", value, version: 1, accountId } as const }]),
  ];
};
