const secretKey = "certificate-handover";

/** What the browser showed its certificate for, and the secret that only this tab has. */
export interface Handover {
  verifier: string;
  purpose: "login" | "proof";
  /** Where a login was wanted from. */
  next?: string;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Leaves for the host that asks for a certificate; it sends the browser back to the page of the result. */
export const showCertificate = async (host: string, about: Omit<Handover, "verifier">): Promise<void> => {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  sessionStorage.setItem(secretKey, JSON.stringify({ ...about, verifier } satisfies Handover));
  window.location.assign(`${host}?challenge=${base64url(new Uint8Array(digest))}`);
};

/** What this tab left for, once; undefined where it did not: somebody else has sent the browser here. */
export const takeHandover = (): Handover | undefined => {
  const kept = sessionStorage.getItem(secretKey);
  sessionStorage.removeItem(secretKey);
  return kept === null ? undefined : (JSON.parse(kept) as Handover);
};

/** The code, or why there is none; both leave the address bar at once. */
export const takeFragment = (): { code?: string; refused?: string } => {
  const said = new URLSearchParams(window.location.hash.slice(1));
  window.history.replaceState(window.history.state, "", window.location.pathname);
  return Object.fromEntries(said);
};
