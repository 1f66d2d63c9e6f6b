import { Logger } from "@aws-lambda-powertools/logger";

/** The one logger. Ids and codes only: never a body, a token, a PIN or personal data. */
export const log = new Logger({ serviceName: "nia-link" });
