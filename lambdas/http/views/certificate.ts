import type { ClientCertificate } from "../../domain/client-certificate.ts";

/** A certificate as its owner sees it. */
export const certificateView = ({
  type: _type,
  accountId: _accountId,
  version: _version,
  ...shown
}: ClientCertificate) => shown;
