/** Where our own metrics are, and by what they are told apart: the logger puts `service` on every line. */
export const metricNamespace = "nia-link";
export const metricDimensions = { service: "nia-link" };
/** Certificates of NIA's portal that we had not seen before. */
export const portalMetrics = { newCertificates: "PortalNewCertificates" } as const;
export const niaMetrics = {
  callMilliseconds: "NiaCallMilliseconds",
  clockDistanceMilliseconds: "NiaClockDistanceMilliseconds",
  keyTrouble: "NiaKeyTrouble",
} as const;
