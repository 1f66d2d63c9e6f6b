/** The address that an attribute CurrentAddress holds, on one line (nia-saml.md, A5). */
export function currentAddressText(base64: string): string {
  const xml = Buffer.from(base64, "base64").toString("utf8");
  const part = (name: string): string => new RegExp(`<eidas:${name}>([^<]*)<`, "u").exec(xml)?.[1] ?? "";
  const street = `${part("Thoroughfare") || part("CvaddressArea")} ${part("LocatorDesignator")}`;
  return `${street}, ${part("PostCode")} ${part("PostName")}`;
}
