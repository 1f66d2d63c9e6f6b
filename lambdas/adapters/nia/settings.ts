/** Where NIA is and how to talk to it. Endpoints and realms differ in letter case (nia-soap.md, 1). */
export interface NiaSettings {
  /** HTTP targets, and `wsa:To`. */
  endpoints: { ipsts: string; fpsts: string; public: string };
  /** Names of the services that tokens are asked for; compared letter by letter. */
  realms: { fpsts: string; public: string };
  /**
   * PEM. Where there is one, tokens must be signed by one of them: two while NIA changes its own. An empty list leaves
   * tokens unverified.
   */
  stsCertificates: { ipsts: readonly string[]; fpsts: readonly string[] };
  /** Of the request's signatures. NIA's policy (Basic256) asks for SHA-1, which is the default. */
  algorithm?: "sha1" | "sha256";
  /** For each of the calls, from connecting to the last byte of the reply. */
  timeoutMs: number;
  /** How far NIA's clock may be from ours, either way. It is measured with every reply, too. */
  clockSkewSeconds: number;
  /** Keep tokens until shortly before they expire, instead of three calls per operation. */
  reuseTokens: boolean;
}
