/** What the API is sent of a file: its text where it is PEM, else DER in base64. A private key stays where it is. */
export const readCertificateFile = async (
  file: Blob,
): Promise<{ certificate: string } | { fault: "certificate-malformed" | "certificate-private-key" }> => {
  if (file.size > 5000) return { fault: "certificate-malformed" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (text.includes("PRIVATE KEY")) return { fault: "certificate-private-key" };
  if (text.includes("-----BEGIN CERTIFICATE-----")) return { certificate: text };
  return { certificate: btoa(String.fromCharCode(...bytes)) };
};
