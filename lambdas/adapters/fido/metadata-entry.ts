import * as z from "zod";
import type { AuthenticatorModel, ModelIcon } from "../../services/ports/fido.ts";
import { readableCertificates } from "./certificate.ts";
import { iconOf } from "./icon.ts";
import { standing } from "./status-reports.ts";
import { vendorOf } from "./vendor.ts";

const keyIdentifier = z
  .string()
  .regex(/^[0-9a-f]{40}$/i)
  .toLowerCase();
const base64 = z.string().transform((text) => text.replace(/\s/g, ""));

/** Only shown: an entry is not lost for it. */
const texts = z.array(z.string()).catch([]);

/** The part of a metadata entry that is used. Everything else may be missing or wrong without losing the entry. */
const entrySchema = z.object({
  aaguid: z.guid().toLowerCase().optional(),
  attestationCertificateKeyIdentifiers: z.array(keyIdentifier).default([]),
  metadataStatement: z.object({
    description: z.string().min(1),
    attestationTypes: z.array(z.string()),
    attestationRootCertificates: z.array(base64),
    attachmentHint: texts,
    keyProtection: texts,
    icon: z.string().catch(""),
    userVerificationDetails: z.array(z.array(z.object({ userVerificationMethod: z.string() }))).catch([]),
    authenticatorGetInfo: z.object({ transports: texts }).catch({ transports: [] }),
  }),
  statusReports: z.array(z.object({ status: z.string(), effectiveDate: z.iso.date().optional() })).min(1),
});
type Statement = z.infer<typeof entrySchema>["metadataStatement"];

/**
 * The models that an entry lists: one for its AAGUID and one for each attestation certificate key identifier; none
 * for a UAF entry. Throws where a field that is used is missing or of a wrong kind.
 */
export const readEntry = (
  entry: unknown,
  no: number,
  today: string,
): { models: AuthenticatorModel[]; icon: ModelIcon | undefined } => {
  const { aaguid, attestationCertificateKeyIdentifiers, metadataStatement, statusReports } =
    entrySchema.parse(entry);
  const keys = new Set([...(aaguid === undefined ? [] : [aaguid]), ...attestationCertificateKeyIdentifiers]);
  const icon = iconOf(metadataStatement.icon);
  const { description: name, attestationRootCertificates: anchors } = metadataStatement;
  const model = {
    name,
    vendor: vendorOf(name, readableCertificates(anchors)),
    ...standing(statusReports, today),
    anchors,
    attestationTypes: metadataStatement.attestationTypes,
    transports: transportsOf(metadataStatement),
    kind: kindOf(metadataStatement),
    userVerification: methodsOf(metadataStatement),
    ...(icon !== undefined && { icon: icon.name }),
    metadataNo: no,
  };
  return { models: [...keys].map((key) => ({ key, ...model })), icon };
};

/** As WebAuthn names them; the hints of the statement stand in where the model's own answer is not listed. */
const transportsOf = ({ attachmentHint, authenticatorGetInfo }: Statement): string[] => {
  if (authenticatorGetInfo.transports.length > 0) return [...new Set(authenticatorGetInfo.transports)];
  const names: Record<string, string> = {
    wired: "usb",
    nfc: "nfc",
    bluetooth: "ble",
    internal: "internal",
    "smart-card": "smart-card",
  };
  return [...new Set(attachmentHint.flatMap((hint) => names[hint] ?? []))];
};

const kindOf = ({ attachmentHint, keyProtection }: Statement): AuthenticatorModel["kind"] => {
  if (attachmentHint.includes("internal") && !attachmentHint.includes("external")) return "platform";
  return attachmentHint.includes("external") && keyProtection.includes("hardware") ? "hardware" : "other";
};

const methodsOf = ({ userVerificationDetails }: Statement): string[] => {
  const methods = userVerificationDetails.flat().map(({ userVerificationMethod }) => userVerificationMethod);
  return [...new Set(methods)].filter((method) => method !== "none" && method !== "presence_internal");
};
