import * as z from "zod";
import { certificates } from "./certificates.ts";
import { duration } from "./duration.ts";
import { serviceProviders } from "./service-providers.ts";

const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/ });
const origin = url.refine((value) => value === new URL(value).origin, "is not an origin: no path, no slash");
const address = z.strictObject({ street: text, city: text, postalCode: text, country: z.string().length(2) });
const domain = z.strictObject({ name: z.hostname(), certificateArn: z.string().startsWith("arn:") });

const app = z.strictObject({
  /** Where the web app is served; the first is used for links in messages. */
  origins: z.array(origin).min(1),
  /** WebAuthn relying party: the host of every origin, or a domain above it. Never changes once keys exist. */
  rpId: z.hostname(),
  /** Of CloudFront; its certificate lives in us-east-1. */
  domain: domain.optional(),
  /** Of the API, behind CloudFront; with it the API's own address is closed. */
  apiDomain: domain.optional(),
});

const durations = z.strictObject({
  /** From the making of a verification to its deadline. */
  verification: duration.prefault("P90D"),
  /** Before the deadline. */
  reminders: z.array(duration).prefault(["P14D", "P7D", "P1D"]),
  /** From the request of an account's deletion until it is carried out: so long its owner can cancel it. */
  deletion: duration.prefault("P14D"),
  sessionIdle: duration.prefault("PT30M"),
  sessionAbsolute: duration.prefault("PT12H"),
  registration: duration.prefault("PT24H"),
  /** Age of an undelivered outbox item that the sweep takes. */
  outboxSweep: duration.prefault("PT1M"),
  /** Age of an answer that has not moved its state machine, or of a wish that NIA has not been told of. */
  reconcileStuck: duration.prefault("PT5M"),
  dataBoxPoll: duration.prefault("PT10M").refine((seconds) => seconds % 60 === 0, "is not whole minutes"),
  registrySync: duration.prefault("PT15M").refine((seconds) => seconds % 60 === 0, "is not whole minutes"),
  /** How long NIA may be down before an operator gets the case. */
  niaRetry: duration.prefault("P3D"),
});

const nia = z.strictObject({
  endpoints: z.strictObject({ ipsts: url, fpsts: url, public: url }),
  /** Not addresses: they differ from the endpoints in letter case (nia-soap.md, 1). */
  realms: z.strictObject({ fpsts: text, public: text }),
  stsCertificates: z.strictObject({ ipsts: certificates, fpsts: certificates }).prefault({}),
  algorithm: z.enum(["sha1", "sha256"]).default("sha1"),
  timeoutMs: z.int().positive().default(20_000),
  clockSkewSeconds: z.int().nonnegative().default(300),
  reuseTokens: z.boolean().default(true),
});

const dataBox = z.strictObject({
  /** The part of the address before `dz`, `dx`, `DsManage`, with its trailing slash. */
  baseUrl: url.refine((value) => value.endsWith("/"), "has no trailing slash"),
  login: z.enum(["password", "certificate"]).default("password"),
  boxId: z.string().length(7),
  /** Boxes whose messages are read as answers of the registry. */
  allowedSenders: z.array(z.string().length(7)).default([]),
  /** Roots of the seal on every message. */
  sealRoots: certificates,
  /** Organizations that may seal, as their certificates name them; empty where the roots seal for no other. */
  sealOrganizations: z.array(z.string().min(1)).default([]),
});

/** NIA's portal, at which users prove who they are with eObčanka. */
const portal = z
  .strictObject({
    /** "Unikátní URL adresa zabezpečené části", as it is registered there; of the first origin unless told. */
    serviceProviderId: url.optional(),
    /** The same in NIA's test environment and in the real one: the certificates alone tell them apart. */
    entityId: text.default("urn:microsoft:cgg2010:fpsts"),
    /** Single sign-on and logout. */
    url,
    metadataUrl: url,
    /** What issues the certificates that sign the portal's metadata: of one environment, never of both. */
    authorities: certificates,
    /** Who those certificates name, as their O or organizationIdentifier: the authority serves anyone. */
    organizations: z.array(text).default([]),
    /** Of the login there. Our own link is substantial: it must never prove who adds a key. */
    level: z.enum(["low", "substantial", "high"]).default("high"),
  })
  .refine((all) => new URL(all.url).host === new URL(all.metadataUrl).host, {
    path: ["metadataUrl"],
    message: "is at another host than portal.url: each environment of NIA has its own",
  });

const metadata = z.strictObject({
  url: url.default("https://mds3.fidoalliance.org/"),
  roots: certificates.prefault(["lib/trust/fido-metadata-roots.pem"]),
  hostName: z.hostname().default("mds.fidoalliance.org"),
  toleratePastNextUpdate: duration.prefault("P14D"),
  /** Whether the old FIDO_CERTIFIED, which names no security level, may be linked. */
  admitOldFidoCertified: z.boolean().default(false),
});

const limits = z.strictObject({
  /** Factor of every number in lambdas/domain/limits.ts. */
  scale: z.number().positive().default(1),
  /** Numbers of this stage by the name of the limit. */
  times: z.record(z.string(), z.int().positive()).default({}),
});

/** Logging in by certificate; off without authorities. */
const certificateLogin = z
  .strictObject({
    /** What signs users' certificates, each up to its root: users' certificates are issued by one of these. */
    authorities: certificates,
    /** The address of its own at which browsers are asked for their certificate. */
    origin: origin.optional(),
    /** The server certificate of that address, which API Gateway then serves; without it something else does. */
    certificateArn: z.string().startsWith("arn:").optional(),
  })
  .refine((all) => all.authorities.length > 0 === (all.origin !== undefined), {
    path: ["origin"],
    message: "goes with the list of authorities: both or none",
  })
  .refine((all) => all.origin?.startsWith("https:") !== false, {
    path: ["origin"],
    message: "is not https: without it there is no certificate",
  });

/** Logging in to government services; without service providers every request is refused. */
const identityProvider = z.strictObject({
  /** What it is known by; the address of its metadata unless NIA has registered another name. */
  entityId: url.optional(),
  serviceProviders,
});

const resources = z.strictObject({
  /** Tables, keys and the archive outlive their stack. */
  retain: z.boolean(),
  /** S3 Object Lock on the archive. */
  archiveLock: duration.optional(),
  /** Messages of the data box are personal data: none may outlive its verification by more than 90 days. */
  archiveExpiry: duration.prefault("P90D"),
  /** CloudFront and WAF; without them the API stands alone and asks for no origin secret. */
  web: z.boolean(),
  /** Bucket, queues and topic refuse plain HTTP; an emulator has nothing else. */
  tlsOnly: z.boolean(),
  /** Policies name secrets by a pattern of their name: an emulator answers `Ref` with the name, AWS with the ARN. */
  secretsByName: z.boolean(),
  architecture: z.enum(["arm64", "x86_64"]),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
  /** Requests per second over all routes. */
  throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }),
  alarmEmail: z.email().optional(),
});

/** Everything in which one stage may differ from another. */
export const settingsSchema = z
  .strictObject({
    region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/),
    app,
    provider: z.strictObject({
      name: text,
      companyNumber: z.string().regex(/^\d{8}$/),
      dataBoxId: z.string().length(7),
      address,
    }),
    helpdesk: z.strictObject({ phones: z.array(text).min(1), email: z.email(), address }),
    officesUrl: url.default("https://www.czechpoint.cz/public/kontakty/"),
    /** `identity` is the domain or address verified in SES. */
    mail: z.strictObject({ from: z.email(), identity: text }),
    sms: z.strictObject({ sender: z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/) }),
    durations: durations.prefault({}),
    nia,
    dataBox,
    metadata: metadata.prefault({}),
    portal,
    limits: limits.prefault({}),
    certificateLogin: certificateLogin.prefault({}),
    identityProvider: identityProvider.prefault({}),
    resources,
  })
  .refine((all) => all.dataBox.boxId === all.provider.dataBoxId, {
    path: ["dataBox", "boxId"],
    message: "is not the box that the printed document names (provider.dataBoxId)",
  })
  .refine((all) => all.mail.from === all.mail.identity || all.mail.from.endsWith(`@${all.mail.identity}`), {
    path: ["mail", "from"],
    message: "is not covered by the verified identity",
  })
  .refine((all) => all.app.origins.every((value) => isWithin(new URL(value).hostname, all.app.rpId)), {
    path: ["app", "rpId"],
    message: "is not the host of every origin, nor a domain above it",
  })
  .refine(
    (all) => !all.resources.web || all.app.domain?.name === new URL(all.app.origins[0] ?? "").hostname,
    {
      path: ["app", "domain"],
      message: "is not the host of the first origin, where CloudFront serves the web app",
    },
  )
  .refine((all) => !all.app.origins.some((value) => sameHost(value, all.certificateLogin.origin)), {
    path: ["certificateLogin", "origin"],
    message: "is the host of the web app: a host of its own is needed",
  })
  .refine((all) => all.durations.reminders.every((before) => before < all.durations.verification), {
    path: ["durations", "reminders"],
    message: "has one that is not before the deadline",
  });

const sameHost = (one: string, other: string | undefined) =>
  other !== undefined && new URL(one).hostname === new URL(other).hostname;
const isWithin = (host: string, domainName: string) => host === domainName || host.endsWith(`.${domainName}`);

export type Settings = z.infer<typeof settingsSchema>;
