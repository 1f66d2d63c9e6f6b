import type { World } from "../../nia/world/world.ts";
import { validPseudonym } from "../../nia/world/pseudonyms.ts";
import { type Level, lower } from "../saml/names.ts";

/** What NIA's records say of an authenticator: whose it is and what it is worth. */
export interface AuthenticatorHolder {
  readonly residentId: string;
  readonly level: Level;
}

const levelsOfRecords: Readonly<Record<string, Level>> = {
  Low: "low",
  Substantial: "substantial",
  High: "high",
};

/**
 * Whose active authenticator that is, at the lower one of what its record says and what was asserted; undefined where
 * there is no such record, it is not active, or the pseudonym holds no more.
 */
export function holderOf(
  world: World,
  named: { readonly provider: string; readonly bsi: string; readonly authenticatorId: string },
  asserted: Level,
): AuthenticatorHolder | undefined {
  const { provider, bsi, authenticatorId } = named;
  const pseudonym = validPseudonym(world, provider, bsi);
  const record = world.state.authenticators.find(
    (one) => one.provider === provider && one.bsi === bsi && one.id === authenticatorId,
  );
  const level = levelsOfRecords[record?.loa ?? ""];
  if (pseudonym === undefined || record?.state !== "Aktivni" || level === undefined) return undefined;
  return { residentId: pseudonym.residentId, level: lower(level, asserted) };
}
