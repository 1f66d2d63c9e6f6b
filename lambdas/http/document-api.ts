import { documentRoutes } from "../contract/routes/document-api.ts";
import { makeDocumentPrinter, makeFormPrinter } from "../adapters/pdf/printer.ts";
import { readEnv } from "../env.ts";
import { sessionApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makePrintDocument } from "../services/link/print-document.ts";
import { handler as handlerOf } from "./handler.ts";

const ports = { ...writing(), printer: makeDocumentPrinter() };
const { PROVIDER, HELPDESK, OFFICES_URL } = readEnv("PROVIDER", "HELPDESK", "OFFICES_URL");

const print = makePrintDocument(ports, { recipient: PROVIDER, helpdesk: HELPDESK, officesUrl: OFFICES_URL });

const forms = makeFormPrinter();

/** What is printed: on its own, for its code is larger than all the rest of the API. */
export const handler = handlerOf(
  documentRoutes,
  {
    document: async ({ session, params }) => ({
      binary: {
        content: await print({ accountId: session.accountId, verificationId: params.id }),
        fileName: "czech-point.pdf",
      },
    }),
    loginResetForm: async () => ({
      binary: {
        content: await forms.print({ provider: PROVIDER, helpdesk: HELPDESK }),
        fileName: "zadost-o-obnovu-prihlaseni.pdf",
      },
    }),
  },
  sessionApi(ports),
);
