import { linkRoutes } from "../contract/routes/link-api.ts";
import { readEnv } from "../env.ts";
import { sessionApi } from "../runtime/api.ts";
import { models } from "../runtime/catalogue.ts";
import { writing } from "../runtime/records.ts";
import { makeCancelVerification } from "../services/link/cancel-verification.ts";
import { makeCompare, makeCompleteLink } from "../services/link/complete-link.ts";
import { makeRejectIdentity } from "../services/link/reject-identity.ts";
import { makeStartVerification } from "../services/link/start-verification.ts";
import { makeIsMetadataCurrent } from "../services/models/metadata-current.ts";
import { loadAccount } from "../services/load-account.ts";
import { makeDetach } from "../services/unlink/detach.ts";
import { handler as handlerOf } from "./handler.ts";
import { comparisonView } from "./views/comparison.ts";
import { niaPageView, verificationView } from "./views/nia.ts";

const ports = writing();
const isMetadataCurrent = makeIsMetadataCurrent(
  { ...ports, models: models() },
  readEnv("METADATA").METADATA.toleratePastNextUpdateSeconds,
);

const start = makeStartVerification(
  { ...ports, isMetadataCurrent },
  readEnv("VERIFICATION_SECONDS").VERIFICATION_SECONDS,
);
const cancel = makeCancelVerification(ports);
const compare = makeCompare(ports);
const complete = makeCompleteLink(ports);
const reject = makeRejectIdentity(ports);
const detach = makeDetach(ports);

const named = (request: { session: { accountId: string }; params: { id: string } }) => ({
  accountId: request.session.accountId,
  verificationId: request.params.id,
});

/** The NIA page. */
export const handler = handlerOf(
  linkRoutes,
  {
    niaPage: async ({ session }) => {
      const [loaded, pauses, isCurrent] = await Promise.all([
        loadAccount(ports.records, session.accountId),
        ports.records.get("deadline-pauses", {}),
        isMetadataCurrent(),
      ]);
      const conditions = { isMetadataCurrent: isCurrent };
      return { body: niaPageView(loaded, conditions, pauses, ports.clock()) };
    },
    startVerification: async ({ session, body }) => ({
      body: verificationView(await start({ session, ...body })),
    }),
    cancelVerification: async (request) => {
      await cancel(named(request));
      return {};
    },
    comparison: async (request) => ({
      body: comparisonView(request.params.id, await compare(named(request))),
    }),
    complete: async (request) => ({
      body: verificationView(await complete({ ...named(request), digest: request.body.digest })),
    }),
    detach: async ({ session }) => {
      await detach(session);
      return {};
    },
    reject: async (request) => {
      await reject(named(request));
      return {};
    },
  },
  sessionApi(ports),
);
