/** The AAGUID of every authenticator that Chromium's DevTools make. */
export const VIRTUAL_AAGUID = "01020304-0506-0708-0102-030405060708";

/**
 * "CN=Batch Certificate, O=Chromium", as Chromium 153 attested with it. It is made anew for each registration, with
 * other dates but always the same name and key, so any of them is an anchor for all. The key is in Chromium's source:
 * a model anchored here proves nothing, and belongs on a developer's machine only.
 */
const ANCHOR =
  "MIIB0zCCAXqgAwIBAgIBATAKBggqhkjOPQQDAjBgMQswCQYDVQQGEwJVUzERMA8GA1UECgwIQ2hyb21pdW0xIjAgBgNVBAsM" +
  "GUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xGjAYBgNVBAMMEUJhdGNoIENlcnRpZmljYXRlMB4XDTE3MDcxNDAyNDAwMFoX" +
  "DTQ2MTExODA5MzEyOFowYDELMAkGA1UEBhMCVVMxETAPBgNVBAoMCENocm9taXVtMSIwIAYDVQQLDBlBdXRoZW50aWNhdG9y" +
  "IEF0dGVzdGF0aW9uMRowGAYDVQQDDBFCYXRjaCBDZXJ0aWZpY2F0ZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABI1hfmXJ" +
  "UI5kvMVnOsgqZ5naPBRGaCwljEY//99Y39L6Pmw3i1PXlcSk3/tBme3Xhi8jq68CA7S4kRugVpmU4QGjJTAjMAwGA1UdEwEB" +
  "/wQCMAAwEwYLKwYBBAGC5RwCAQEEBAMCBSAwCgYIKoZIzj0EAwIDRwAwRAIgTD53THePai2s4gNiNTBiuPiGu+O2+8CvbjIi" +
  "A6EoSZECICRJwJMCckHMJm8iyJuIPBBC41e/zz2l1u3cVC67ruRS";

/** The metadata entry that lists it as certified at level 1. */
export const virtualAuthenticatorEntry = {
  aaguid: VIRTUAL_AAGUID,
  metadataStatement: {
    description: "Virtual authenticator of Chromium (demonstration)",
    aaguid: VIRTUAL_AAGUID,
    authenticatorVersion: 1,
    protocolFamily: "fido2",
    schema: 3,
    upv: [{ major: 1, minor: 1 }],
    authenticationAlgorithms: ["secp256r1_ecdsa_sha256_raw"],
    publicKeyAlgAndEncodings: ["cose"],
    attestationTypes: ["basic_full"],
    userVerificationDetails: [[{ userVerificationMethod: "passcode_external" }]],
    keyProtection: ["software"],
    matcherProtection: ["software"],
    attachmentHint: ["external", "wired"],
    tcDisplay: [],
    attestationRootCertificates: [ANCHOR],
    authenticatorGetInfo: {
      versions: ["FIDO_2_1"],
      aaguid: VIRTUAL_AAGUID.replaceAll("-", ""),
      transports: ["usb"],
    },
  },
  statusReports: [{ status: "FIDO_CERTIFIED_L1", effectiveDate: "2026-01-01" }],
  timeOfLastStatusChange: "2026-01-01",
};
