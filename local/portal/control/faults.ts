import * as z from "zod";
import type { Identity } from "../../certificates.ts";
import type { AssertionContent } from "../answers/assertion.ts";
import { personIdentifier, statusCodeAttribute } from "../answers/attribute-names.ts";
import { type AnswerPlan, refusal } from "../answers/plan.ts";
import { statusUri } from "../saml/names.ts";

const MINUTE = 60_000;
const elsewhere = "https://elsewhere.example/";

type Spoil = (plan: AnswerPlan, stranger: Identity) => AnswerPlan;

const inAssertion =
  (change: (content: AssertionContent) => Partial<AssertionContent>): Spoil =>
  (plan) =>
    plan.assertion === undefined
      ? plan
      : { ...plan, assertion: { ...plan.assertion, ...change(plan.assertion) } };

const shifted = (minutes: number): Spoil =>
  inAssertion(({ issuedAt }) => ({ issuedAt: new Date(issuedAt.getTime() + minutes * MINUTE) }));

/** Under Success, with nothing of the person: how some failures arrive (nia-saml.md, A8). */
export const inDisguise: Spoil = inAssertion(() => ({
  attributes: [{ name: statusCodeAttribute, value: statusUri("AuthnFailed") }],
}));

/** What a person who refused consent lets through: only the pseudonym. */
export const withoutConsent: Spoil = inAssertion(({ attributes }) => ({
  attributes: attributes.filter(({ name }) => name === personIdentifier),
}));

/** Ways in which an answer goes wrong. */
export const faults = {
  unsigned: (plan) => ({ ...plan, signer: undefined }),
  "unsigned-error": (plan) => ({ ...refusal(plan, "AuthnFailed"), signer: undefined }),
  "unknown-signer": (plan, stranger) => ({ ...plan, signer: stranger, assertionSigner: stranger }),
  "unknown-response-signer": (plan, stranger) => ({ ...plan, signer: stranger }),
  "unknown-assertion-signer": (plan, stranger) => ({ ...plan, assertionSigner: stranger }),
  "changed-after-signing": (plan) => ({
    ...plan,
    finish: (xml) => xml.replace(/\d(?=Z" Destination=)/u, (digit) => String((Number(digit) + 1) % 10)),
  }),
  "in-clear": (plan) => ({ ...plan, encryptFor: undefined }),
  expired: shifted(-120),
  "not-yet-valid": shifted(30),
  "old-authentication": inAssertion(({ authenticatedAt }) => ({
    authenticatedAt: new Date(authenticatedAt.getTime() - 180 * MINUTE),
  })),
  "other-destination": (plan) => ({ ...plan, destination: elsewhere }),
  "other-recipient": inAssertion(() => ({ recipient: elsewhere })),
  "other-audience": inAssertion(() => ({ audience: elsewhere })),
  "other-request": inAssertion(() => ({ inResponseTo: "_another" })),
  "other-issuer": inAssertion(() => ({ issuer: elsewhere })),
  "other-person": inAssertion(({ nameId }) => ({
    nameId: nameId.replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
  })),
  "lower-level": inAssertion(() => ({ level: "low" })),
  "failure-in-disguise": inDisguise,
  "missing-attributes": withoutConsent,
  "authn-failed": (plan) => refusal(plan, "AuthnFailed"),
  "request-denied": (plan) => refusal(plan, "RequestDenied"),
  "no-authn-context": (plan) => refusal(plan, "NoAuthnContext"),
} as const satisfies Record<string, Spoil>;

export type AnswerFault = keyof typeof faults;

/** In place of an answer: the portal's own page, or the answer before this one once more. */
const instead = ["no-return", "last-answer"] as const;

const kinds = [...(Object.keys(faults) as AnswerFault[]), ...instead, "attribute"] as const;

export const faultWish = z.strictObject({
  kind: z.enum(kinds),
  /** How many answers it happens to. */
  times: z.coerce.number().int().min(1).max(1000).default(1),
  /** Only answers to this service provider. */
  entityId: z.string().optional(),
  /** For `attribute`: the last part of its name. */
  attribute: z.string().optional(),
  /** For `attribute`: what it says; left out, the attribute is missing. */
  value: z.string().max(5_000_000).optional(),
});

export type FaultWish = z.output<typeof faultWish>;
export const faultKinds = kinds;

/** A plan with that fault in it; `no-return` and `last-answer` are no matter of the plan. */
export function spoiled(plan: AnswerPlan, wish: FaultWish | undefined, stranger: Identity): AnswerPlan {
  if (wish === undefined || wish.kind === "no-return" || wish.kind === "last-answer") return plan;
  if (wish.kind !== "attribute") return faults[wish.kind](plan, stranger);
  const { attribute = "", value } = wish;
  const change = inAssertion(({ attributes }) => ({
    attributes: attributes.flatMap((one) => {
      if (!one.name.endsWith(`/${attribute}`)) return [one];
      return value === undefined ? [] : [{ ...one, value }];
    }),
  }));
  return change(plan, stranger);
}

/** The faults that were asked for and have not happened yet, and what an outage or a wrong clock would be. */
export class PortalTrouble {
  outage = false;
  /** How far its clock is ahead of this machine's. */
  clockSeconds = 0;
  #waiting: FaultWish[] = [];

  ask(wish: FaultWish): void {
    this.#waiting.push(wish);
  }

  /** The fault for this answer, if one waits for it; it is used up. */
  next(entityId: string): FaultWish | undefined {
    const place = this.#waiting.findIndex((one) => (one.entityId ?? entityId) === entityId);
    const fault = this.#waiting[place];
    if (fault === undefined) return undefined;
    this.#waiting = this.#waiting.flatMap((one, index) => {
      if (index !== place) return [one];
      return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
    });
    return fault;
  }

  waiting(): readonly FaultWish[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }
}
