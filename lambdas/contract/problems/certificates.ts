import { problem } from "./problem.ts";

/** What goes wrong with certificates that users log in with. */
export const certificateProblems = {
  CertificateRefused: problem(
    422,
    "certificate-refused",
    ["Certifikát nelze použít", "Vyberte jiný certifikát, nebo se přihlaste heslem."],
    ["The certificate can't be used", "Choose another certificate, or log in with your password."],
  ),
  CertificateTaken: problem(
    409,
    "certificate-taken",
    [
      "Certifikát je už přidaný",
      "Certifikát smí otevírat jen jeden účet. Najdete ho v seznamu, nebo ho nejdřív odeberte z účtu, kde je.",
    ],
    [
      "The certificate is added already",
      "A certificate opens one account only. Look for it in the list, or remove it from the other account first.",
    ],
  ),
  HandoverRefused: problem(
    410,
    "handover-refused",
    ["Ověření certifikátem se nedokončilo včas", "Začněte znovu v tomtéž okně prohlížeče."],
    ["The check of the certificate was not finished in time", "Begin again in the same browser window."],
  ),
  SecurityKeyMissing: problem(
    409,
    "security-key-missing",
    ["Nejdřív přidejte bezpečnostní klíč", "Tuto změnu potvrzuje heslo a bezpečnostní klíč."],
    ["Add a security key first", "This change is confirmed by your password and security key."],
  ),
};
