import * as z from "zod/mini";
import {
  dataBox,
  helpdesk,
  identityProvider,
  json,
  limitSettings,
  metadata,
  nia,
  provider,
  seconds,
  serviceProvider,
  text,
} from "./env-shapes.ts";

/**
 * The environment of the functions: every variable by name, its shape, and who gets it. `lib` writes it, `readEnv` is
 * the only read of it. Certificates are not here: 4 KB do not hold them, so they lie in `trust.json` beside the code.
 */

export const environment = {
  ACCOUNTS_TABLE: text,
  AUDIT_TABLE: text,
  CATALOGUE_TABLE: text,
  ARCHIVE_BUCKET: text,
  /** Where pictures of forms are kept. */
  SCANS_BUCKET: text,
  LIMITS_TABLE: text,
  /** What the subjects of limits are hashed with. */
  LIMIT_KEY: z.string().check(z.minLength(32)),
  LIMITS: json(limitSettings),

  /** The web app's origins, the first for links in messages; each without a trailing slash. */
  APP_ORIGINS: json(z.array(z.url()).check(z.minLength(1))),
  RP_ID: text,
  /** What CloudFront says in `x-origin-secret`; absent where the API stands alone. */
  ORIGIN_SECRET: z.optional(z.string().check(z.minLength(32))),

  /** JSON secrets: `{key}`, `{current: {privateKeyPem, certificatePem}, next?, previous?}`, `{username, password}`. */
  PIN_SECRET_ARN: text,
  NIA_SECRET_ARN: text,
  DATA_BOX_SECRET_ARN: text,
  SERVICE_PROVIDER_SECRET_ARN: text,
  IDENTITY_PROVIDER_SECRET_ARN: text,
  LINK_MACHINE_ARN: text,
  UNLINK_MACHINE_ARN: text,

  MAIL_FROM: text,
  MAIL_CONFIGURATION_SET: text,
  SMS_SENDER: text,

  REGISTRATION_SECONDS: seconds,
  /** Where browsers are asked for their certificate; without an origin, nowhere. */
  CERTIFICATE_LOGIN: json(z.object({ origin: z.optional(z.url()) })),

  SESSION_IDLE_SECONDS: seconds,
  SESSION_ABSOLUTE_SECONDS: seconds,
  VERIFICATION_SECONDS: seconds,
  /** From the request of a deletion until it is carried out. */
  DELETION_SECONDS: seconds,
  /** Before the deadline, longest first. */
  REMINDER_SECONDS: json(z.array(z.int().check(z.positive()))),
  /** How old an undelivered outbox item is before the sweep takes it. */
  OUTBOX_SWEEP_SECONDS: seconds,
  /** How old an answer that has not moved its machine is before the reconciler steps in. */
  STUCK_SECONDS: seconds,

  PROVIDER: json(provider),
  HELPDESK: json(helpdesk),
  OFFICES_URL: z.url(),
  NIA: json(nia),
  DATA_BOX: json(dataBox),
  METADATA: json(metadata),
  SERVICE_PROVIDER: json(serviceProvider),
  IDENTITY_PROVIDER: json(identityProvider),
} as const;

export type VariableName = keyof typeof environment;

const records = ["ACCOUNTS_TABLE", "AUDIT_TABLE"] as const;
const sessions = ["SESSION_IDLE_SECONDS", "SESSION_ABSOLUTE_SECONDS"] as const;
const machines = ["LINK_MACHINE_ARN", "UNLINK_MACHINE_ARN"] as const;
const api = ["APP_ORIGINS", "ORIGIN_SECRET"] as const;
const limited = ["LIMITS_TABLE", "LIMIT_KEY", "LIMITS"] as const;

/** The sparse index of the accounts table: `listPk`, `listSk` of what waits for someone. */
export const waitingIndex = "by-state";

/** The sparse index of the audit table: `kindPk`, `sk` of what an account's owner is told of. */
export const kindIndex = "by-kind";

/** The sparse index of the audit table: `operatorPk`, `sk` of what an operator did. */
export const operatorIndex = "by-operator";

/** The index of the audit table: `dayPk`, `sk` of everything. */
export const dayIndex = "by-day";

/** All of them, as whoever reads and writes records has to know them. */
export const indexes = { waitingIndex, kindIndex, operatorIndex, dayIndex } as const;

/** Each function by its entry, and exactly what it gets. */
export const functionVariables = {
  "http/public-api": [
    ...api,
    "CATALOGUE_TABLE",
    "PROVIDER",
    "HELPDESK",
    "OFFICES_URL",
    "VERIFICATION_SECONDS",
    "CERTIFICATE_LOGIN",
  ],
  "http/accounts-api": [...api, ...limited, ...records, "PIN_SECRET_ARN", "RP_ID", "REGISTRATION_SECONDS"],
  "http/session-api": [...api, ...limited, ...records, ...sessions, "RP_ID", "PIN_SECRET_ARN"],
  "http/me-api": [...api, ...limited, ...records, ...sessions, "PIN_SECRET_ARN", "DELETION_SECONDS"],
  "http/keys-api": [...api, ...limited, ...records, ...sessions, "CATALOGUE_TABLE", "RP_ID", "METADATA"],
  "http/link-api": [
    ...api,
    ...limited,
    ...records,
    ...sessions,
    "CATALOGUE_TABLE",
    "METADATA",
    "VERIFICATION_SECONDS",
  ],
  "http/document-api": [...api, ...limited, ...records, ...sessions, "PROVIDER", "HELPDESK", "OFFICES_URL"],
  "http/service-provider-api": [
    ...api,
    ...limited,
    ...records,
    ...sessions,
    "CATALOGUE_TABLE",
    "SERVICE_PROVIDER_SECRET_ARN",
    "SERVICE_PROVIDER",
  ],
  "http/identity-provider-api": [
    ...api,
    ...limited,
    ...records,
    ...sessions,
    "IDENTITY_PROVIDER_SECRET_ARN",
    "IDENTITY_PROVIDER",
  ],
  "http/certificates-api": [...api, ...limited, ...records, ...sessions],
  "http/certificate-login": [...records, "APP_ORIGINS", "CERTIFICATE_LOGIN"],
  "http/operator-api": [...api, ...limited, ...records, "CATALOGUE_TABLE", "RP_ID", "METADATA"],
  "http/helpdesk-api": [...api, ...limited, ...records],
  "http/casework-api": [...api, ...limited, ...records, "CATALOGUE_TABLE", "SCANS_BUCKET"],
  "tasks/link-tasks": [...records, "REMINDER_SECONDS"],
  "tasks/nia-tasks": [...records, "CATALOGUE_TABLE", "NIA_SECRET_ARN", "NIA"],
  "events/deliver-messages": [
    ...records,
    ...limited,
    "PIN_SECRET_ARN",
    "MAIL_FROM",
    "MAIL_CONFIGURATION_SET",
    "SMS_SENDER",
    "APP_ORIGINS",
    "PROVIDER",
    "HELPDESK",
    "OUTBOX_SWEEP_SECONDS",
  ],
  "events/handle-mail-feedback": [...records],
  "events/deliver-workflows": [...records, ...machines, "OUTBOX_SWEEP_SECONDS"],
  "events/poll-data-box": [...records, "ARCHIVE_BUCKET", "DATA_BOX_SECRET_ARN", "DATA_BOX"],
  "events/delete-accounts": [...records],
  "events/refresh-metadata": [...records, "CATALOGUE_TABLE", "ARCHIVE_BUCKET", "METADATA"],
  "events/refresh-portal": [...records, "CATALOGUE_TABLE", "SERVICE_PROVIDER"],
  "events/review-models": [...records, "CATALOGUE_TABLE", "METADATA"],
  "events/reconcile": [...records, ...machines, "STUCK_SECONDS"],
} as const satisfies Record<string, readonly VariableName[]>;

export type FunctionEntry = keyof typeof functionVariables;

/** A variable is missing or malformed. Says which and why, never the value. */
export class EnvironmentInvalid extends Error {
  override readonly name = "EnvironmentInvalid";
}

export type Environment<N extends VariableName> = { [K in N]: z.infer<(typeof environment)[K]> };

/** Reads the variables asked for, and only them. Throws `EnvironmentInvalid`. */
export const readEnv = <N extends VariableName>(...names: N[]): Environment<N> =>
  parseEnv(process.env, names);

/** Parses the variables asked for out of a set of texts. Throws `EnvironmentInvalid`. */
export const parseEnv = <N extends VariableName>(
  values: Readonly<Record<string, string | undefined>>,
  names: readonly N[],
): Environment<N> => {
  const entries = names.map((name) => {
    const result = z.safeParse(environment[name], values[name] || undefined);
    if (!result.success) {
      throw new EnvironmentInvalid(`${name}: ${values[name] ? explain(result.error) : "is missing"}`);
    }
    return [name, result.data];
  });
  return Object.fromEntries(entries) as Environment<N>;
};

const explain = (error: z.core.$ZodError): string =>
  error.issues.map((issue) => [...issue.path, issue.message].join(" ")).join("; ");

/** The credentials of the function's role, as Lambda lays them into the environment. */
export const roleCredentials = () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? "",
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
};

/** Where a browser finds a bucket: at AWS, or at the emulator that the function itself was told of. */
export const bucketUrl = (bucket: string): string => {
  const { AWS_ENDPOINT_URL, AWS_REGION = "" } = process.env;
  return AWS_ENDPOINT_URL === undefined
    ? `https://${bucket}.s3.${AWS_REGION}.amazonaws.com/`
    : `${AWS_ENDPOINT_URL}/${bucket}`;
};
