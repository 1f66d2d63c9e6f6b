import { certificatesRoutes } from "../contract/routes/certificates-api.ts";
import { sessionApi } from "../runtime/api.ts";
import { readCertificate } from "../runtime/certificates.ts";
import { writing } from "../runtime/records.ts";
import { makeProveCertificate } from "../services/certificates/prove-certificate.ts";
import { makeRegisterCertificate } from "../services/certificates/register-certificate.ts";
import { makeRemoveCertificate } from "../services/certificates/remove-certificate.ts";
import { loadAccount } from "../services/load-account.ts";
import { handler as handlerOf } from "./handler.ts";
import { certificateView } from "./views/certificate.ts";

const ports = { ...writing(), readCertificate: readCertificate() };

const register = makeRegisterCertificate(ports);
const prove = makeProveCertificate(ports);
const remove = makeRemoveCertificate(ports);

/** The certificates that an account may be logged in with. */
export const handler = handlerOf(
  certificatesRoutes,
  {
    certificates: async ({ session }) => {
      const { certificates } = await loadAccount(ports.records, session.accountId);
      return { body: { certificates: certificates.map(certificateView) } };
    },
    registerCertificate: async ({ session, body }) => ({
      body: certificateView(await register({ session, ...body })),
    }),
    proveCertificate: async ({ session, body }) => ({
      body: certificateView(await prove({ session, ...body })),
    }),
    removeCertificate: async ({ session, params }) => {
      await remove({ session, certificateId: params.id });
      return {};
    },
  },
  sessionApi(ports),
);
