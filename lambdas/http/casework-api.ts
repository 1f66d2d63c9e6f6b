import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { caseworkRoutes } from "../contract/routes/casework-api.ts";
import { requireMay } from "../domain/operator-rights.ts";
import { isPaused } from "../domain/pauses.ts";
import { isKept } from "../domain/retention.ts";
import { operatorApi } from "../runtime/api.ts";
import { banners } from "../runtime/banners.ts";
import { writing } from "../runtime/records.ts";
import { scans } from "../runtime/scans.ts";
import { makeSearchAudit } from "../services/audit/search-audit.ts";
import { makeApproveDecision } from "../services/cases/approve-decision.ts";
import { makeCloseCase } from "../services/cases/close-case.ts";
import { makePauseDeadlines } from "../services/cases/pause-deadlines.ts";
import {
  makeProposeDecision,
  makeTakeBackDecision,
  makeTurnDownDecision,
} from "../services/cases/propose-decision.ts";
import { makeRetryCase } from "../services/cases/retry-case.ts";
import { makeShowCase } from "../services/cases/show-case.ts";
import { makeAnnounceScan } from "../services/login-reset/announce-scan.ts";
import { makeApproveForm } from "../services/login-reset/approve-form.ts";
import { makeRefuseForm } from "../services/login-reset/refuse-form.ts";
import { makeRegisterForm } from "../services/login-reset/register-form.ts";
import { makeShowForm, makeShowScan } from "../services/login-reset/show-form.ts";
import { makeRemoveBanner, makeSetBanner } from "../services/outage/set-banner.ts";
import { handler as handlerOf } from "./handler.ts";
import { auditPageView, auditPlaceOf } from "./views/audit.ts";
import { caseView, resetFormLine, resetFormView, shownCaseView } from "./views/casework.ts";

const ports = { ...writing(), scans: scans(), passwords: makePasswords(), banners: banners() };
const { records, clock } = ports;

const showCase = makeShowCase(ports);
const retryCase = makeRetryCase(ports);
const closeCase = makeCloseCase(ports);
const propose = makeProposeDecision(ports);
const approve = makeApproveDecision(ports);
const turnDown = makeTurnDownDecision(ports);
const takeBack = makeTakeBackDecision(ports);
const announceScan = makeAnnounceScan(ports);
const registerForm = makeRegisterForm(ports);
const showForm = makeShowForm(ports);
const showScan = makeShowScan(ports);
const approveForm = makeApproveForm(ports);
const refuseForm = makeRefuseForm(ports);
const setBanner = makeSetBanner(ports);
const removeBanner = makeRemoveBanner(ports);
const pauseDeadlines = makePauseDeadlines(ports);
const searchAudit = makeSearchAudit(ports);

const ofForm = ({ accountId, id }: { accountId: string; id: string }) => ({ accountId, formId: id });
const ofProposal = ({ id, proposalId }: { id: string; proposalId: string }) => ({ caseId: id, proposalId });

/** What waits for the helpdesk's decision, and the audit log. */
export const handler = handlerOf(
  caseworkRoutes,
  {
    cases: async () => {
      const open = await records.waiting("operator-case");
      return { body: { cases: open.filter((one) => isKept(one, clock())).map(caseView) } };
    },
    showCase: async ({ operator: actor, params }) => ({
      body: shownCaseView(await showCase({ actor, caseId: params.id })),
    }),
    retryCase: async ({ operator: actor, params }) => {
      await retryCase({ actor, caseId: params.id });
      return {};
    },
    closeCase: async ({ operator: actor, params, body }) => {
      await closeCase({ actor, caseId: params.id, ...body });
      return {};
    },
    proposeDecision: async ({ operator: actor, params, body: decision }) => ({
      body: await propose({ actor, caseId: params.id, decision }),
    }),
    approveDecision: async ({ operator: actor, params }) => {
      await approve({ actor, ...ofProposal(params) });
      return {};
    },
    turnDownDecision: async ({ operator: actor, params }) => {
      await turnDown({ actor, ...ofProposal(params) });
      return {};
    },
    takeBackDecision: async ({ operator: actor, params }) => {
      await takeBack({ actor, ...ofProposal(params) });
      return {};
    },
    resetForms: async () => {
      const waiting = await records.waiting("reset-form");
      return { body: { forms: waiting.filter((one) => isKept(one, clock())).map(resetFormLine) } };
    },
    announceScan: async ({ operator: actor, body }) => ({ body: await announceScan({ actor, ...body }) }),
    registerResetForm: async ({ operator: actor, body: form }) => {
      const { id } = await registerForm({ actor, form });
      return { body: { id } };
    },
    showResetForm: async ({ operator: actor, params }) => {
      const { form, username } = await showForm({ actor, ...ofForm(params) });
      return { body: resetFormView(form, username) };
    },
    resetFormScan: async ({ operator: actor, params }) => {
      const { content, mediaType } = await showScan({ actor, ...ofForm(params) });
      return { binary: { content, mediaType, fileName: `form-${params.id}.${mediaType.split("/")[1]}` } };
    },
    approveResetForm: async ({ operator: actor, params }) => {
      await approveForm({ actor, ...ofForm(params) });
      return {};
    },
    refuseResetForm: async ({ operator: actor, params, body }) => {
      await refuseForm({ actor, ...ofForm(params), ...body });
      return {};
    },
    outageDesk: async () => {
      const [banner, pauses] = await Promise.all([
        ports.banners.current(),
        records.get("deadline-pauses", {}),
      ]);
      const { version: _version, ...shown } = banner ?? {};
      const isOver = banner === undefined || (banner.until ?? "9999") <= clock();
      const pausedSince = pauses && isPaused(pauses) ? pauses.pauses.at(-1)?.from : undefined;
      return { body: { banner: isOver ? undefined : shown, pausedSince } };
    },
    setBanner: async ({ operator: actor, body: banner }) => {
      await setBanner({ actor, banner });
      return {};
    },
    removeBanner: async ({ operator: actor }) => {
      await removeBanner({ actor });
      return {};
    },
    pauseDeadlines: async ({ operator, body }) => {
      requireMay(operator, "pause-deadlines");
      await pauseDeadlines({ ...body, by: operator.id });
      return {};
    },
    searchAudit: async ({ operator: actor, body }) => {
      const question = { ...body, before: auditPlaceOf(body.before) };
      return { body: auditPageView(await searchAudit({ actor, question })) };
    },
  },
  operatorApi(ports, { mayBeClosed: false }),
);
