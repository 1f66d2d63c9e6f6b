import { certificateLoginRoutes } from "../contract/routes/certificate-login.ts";
import { CertificateRefused } from "../domain/errors.ts";
import { certificateApi } from "../runtime/api.ts";
import { readCertificate } from "../runtime/certificates.ts";
import { writing } from "../runtime/records.ts";
import { makeHandOver } from "../services/certificates/hand-over.ts";
import { handler as handlerOf } from "./handler.ts";

const settings = certificateApi();
const [appOrigin = ""] = settings.origins;
const handOver = makeHandOver({ ...writing(), readCertificate: readCertificate() });

/** A fragment stays in the browser: no server and no log gets to know the code. */
const backWith = (fragment: string) => ({ location: `${appOrigin}/certificate#${fragment}` });

/** Answers at the host for certificates alone. */
export const handler = handlerOf(
  certificateLoginRoutes,
  {
    showCertificate: async ({ certificate, query }) => {
      try {
        return backWith(`code=${await handOver({ certificate, ...query })}`);
      } catch (error) {
        // A person looks at this: the reason is told in the web app.
        if (error instanceof CertificateRefused) return backWith(`refused=${error.fault}`);
        throw error;
      }
    },
  },
  settings,
);
