/**
 * Whether the client says that it asked from within a frame of another origin (WebAuthn 3, 7.1 step 10 and 7.2 step 13):
 * this service is never framed. False for data that cannot be read, which the library then refuses.
 */
export const isCrossOrigin = (clientDataJSON: string): boolean => {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    if (typeof data !== "object" || data === null) return false;
    return ("crossOrigin" in data && data.crossOrigin === true) || "topOrigin" in data;
  } catch {
    return false;
  }
};
