import * as z from "zod";
import { levelsOfAssurance } from "../../domain/level-of-assurance.ts";
import { releasableAttributes } from "../../domain/login-request.ts";
import { loginFailures } from "../../domain/saml-status.ts";
import { instant, line } from "./common.ts";

/** What a government service asks for. */
export const serviceLogin = z.strictObject({
  /** As NIA names it; absent where it does not. */
  service: z.string().optional(),
  /** The least level of assurance; absent where it is asked for otherwise. */
  level: z.enum(levelsOfAssurance).optional(),
  /** Whether a key can reach it at all. */
  reachable: z.boolean(),
  /** What it will be told. */
  released: z.array(z.enum(releasableAttributes)),
  /** A key has to be touched, whenever that was done before. */
  touchAnew: z.boolean(),
  expiresAt: instant,
});

/** How far the account that is logged in has come with it. */
export const standing = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("impossible"),
    username: z.string(),
    because: z.enum(loginFailures),
  }),
  z.strictObject({ state: z.enum(["touch-needed", "ready"]), username: z.string() }),
]);

/** Whose page it was that said yes: another account may have logged in since, in another tab. */
export const agreement = z.strictObject({ username: line(254) });

export const refusal = z.strictObject({ because: z.enum(["cancelled", "release-refused"]) });
