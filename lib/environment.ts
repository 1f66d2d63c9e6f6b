import { Token } from "aws-cdk-lib";
import { serviceProviderRoutes } from "../lambdas/contract/routes/service-provider-api.ts";
import { identityProviderRoutes } from "../lambdas/contract/routes/identity-provider-api.ts";
import { type FunctionEntry, type VariableName, functionVariables, parseEnv } from "../lambdas/env.ts";
import type { DataStack } from "./data-stack.ts";
import type { Settings } from "./settings.ts";

export type EnvironmentValues = Partial<Record<VariableName, string>>;

/** The value of every variable but those that functions themselves give rise to. */
export const environmentValues = (settings: Settings, data: DataStack): EnvironmentValues => ({
  ACCOUNTS_TABLE: data.accounts.tableName,
  AUDIT_TABLE: data.audit.tableName,
  CATALOGUE_TABLE: data.catalogue.tableName,
  ARCHIVE_BUCKET: data.archive.bucketName,
  SCANS_BUCKET: data.scans.bucketName,
  LIMITS_TABLE: data.limits.tableName,
  LIMIT_KEY: data.limitKey.reference,
  PIN_SECRET_ARN: data.pinKey.arn,
  NIA_SECRET_ARN: data.niaKey.arn,
  DATA_BOX_SECRET_ARN: data.dataBoxLogin.arn,
  SERVICE_PROVIDER_SECRET_ARN: data.serviceProviderKey.arn,
  IDENTITY_PROVIDER_SECRET_ARN: data.identityProviderKey.arn,
  ...(data.originSecret === undefined ? {} : { ORIGIN_SECRET: data.originSecret.reference }),
  MAIL_CONFIGURATION_SET: data.mail.configurationSetName,
  ...settingValues(settings),
});

/** What NIA's portal has to be told of us, and we of it. */
const serviceProvider = ({ app, portal }: Settings) => {
  const [origin = ""] = app.origins;
  const { serviceProviderId, level, entityId, url, metadataUrl, organizations } = portal;
  return {
    entityId: serviceProviderId ?? `${origin}/saml/sp`,
    consumerUrl: `${origin}${serviceProviderRoutes.takePortalAnswer.path}`,
    logoutUrl: `${origin}${serviceProviderRoutes.leavePortal.path}`,
    level,
    portal: { entityId, url, metadataUrl, organizations },
  };
};

/** Its addresses are those of the contract, at the web app's own origin. */
const identityProviderOf = ([origin = ""]: readonly string[], entityId: string | undefined) => {
  const { identityProviderMetadata, receiveLoginByPost, receiveLogoutByPost } = identityProviderRoutes;
  return {
    entityId: entityId ?? `${origin}${identityProviderMetadata.path}`,
    loginUrl: `${origin}${receiveLoginByPost.path}`,
    logoutUrl: `${origin}${receiveLogoutByPost.path}`,
  };
};

/** The variables that settings alone give rise to. */
export const settingValues = ({ app, durations, metadata, ...settings }: Settings): EnvironmentValues => {
  const { stsCertificates: _certificates, ...nia } = settings.nia;
  const { sealRoots: _roots, ...dataBox } = settings.dataBox;
  return {
    APP_ORIGINS: JSON.stringify(app.origins),
    RP_ID: app.rpId,
    CERTIFICATE_LOGIN: JSON.stringify({ origin: settings.certificateLogin.origin }),
    MAIL_FROM: settings.mail.from,
    SMS_SENDER: settings.sms.sender,
    REGISTRATION_SECONDS: `${durations.registration}`,
    SESSION_IDLE_SECONDS: `${durations.sessionIdle}`,
    SESSION_ABSOLUTE_SECONDS: `${durations.sessionAbsolute}`,
    DELETION_SECONDS: `${durations.deletion}`,
    VERIFICATION_SECONDS: `${durations.verification}`,
    REMINDER_SECONDS: JSON.stringify(durations.reminders.toSorted((a, b) => b - a)),
    OUTBOX_SWEEP_SECONDS: `${durations.outboxSweep}`,
    STUCK_SECONDS: `${durations.reconcileStuck}`,
    PROVIDER: JSON.stringify(settings.provider),
    HELPDESK: JSON.stringify(settings.helpdesk),
    OFFICES_URL: settings.officesUrl,
    NIA: JSON.stringify(nia),
    DATA_BOX: JSON.stringify(dataBox),
    LIMITS: JSON.stringify(settings.limits),
    SERVICE_PROVIDER: JSON.stringify(serviceProvider({ app, durations, metadata, ...settings })),
    IDENTITY_PROVIDER: JSON.stringify(identityProviderOf(app.origins, settings.identityProvider.entityId)),
    METADATA: JSON.stringify({
      url: metadata.url,
      hostName: metadata.hostName,
      toleratePastNextUpdateSeconds: metadata.toleratePastNextUpdate,
      admitOldFidoCertified: metadata.admitOldFidoCertified,
    }),
  };
};

/** Exactly the variables that the function declares, each checked as the function itself will. */
export const environmentOf = (entry: FunctionEntry, values: EnvironmentValues): Record<string, string> => {
  const names: readonly VariableName[] = functionVariables[entry];
  const given = names.flatMap((name) => {
    const value = values[name];
    // What is known only when it is deployed can't be checked now.
    if (!Token.isUnresolved(value)) parseEnv(values, [name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
};
