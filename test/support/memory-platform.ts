import { ControlCodeRefused } from "../../lambdas/domain/errors.ts";
import type {
  CommonPasswords,
  ControlCodes,
  DeriveLinkSecret,
  DerivePin,
  Passwords,
} from "../../lambdas/services/ports/platform.ts";

/** The `Passwords` port without the work: what it was asked to verify is noted. */
export const memoryPasswords = () => {
  const verified: (string | undefined)[] = [];
  const passwords: Passwords = {
    hash: async (password) => `hash of ${password}`,
    verify: async (password, hash) => {
      verified.push(hash);
      return hash === `hash of ${password}` || hash === `old hash of ${password}`;
    },
    isOutdated: (hash) => hash.startsWith("old "),
  };
  return { ...passwords, verified };
};

export const rightControlCode = "solved-control-code";

/** The `ControlCodes` port: one code is right, as often as it is asked. */
export const memoryControlCodes = (): ControlCodes => ({
  challenge: async () => ({}),
  redeem: async (payload) => {
    if (payload !== rightControlCode) throw new ControlCodeRefused("not a solution");
  },
});

/** `DerivePin` that anyone can foresee: six digits of the subject's own letters. */
export const derivePin: DerivePin = async (subject) => {
  let sum = 7;
  for (const character of subject) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  return String(sum % 1_000_000).padStart(6, "0");
};

/** `DeriveLinkSecret` that anyone can foresee. */
export const deriveLinkSecret: DeriveLinkSecret = async (subject) => `secret of ${subject}`;

export const commonPassword = "password12345";

/** The `CommonPasswords` port: one password is common. */
export const memoryCommonPasswords: CommonPasswords = {
  includes: async (password) => password === commonPassword,
};
