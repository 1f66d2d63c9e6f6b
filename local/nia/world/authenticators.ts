import { addNotification } from "./notifications.ts";
import { validPseudonym } from "./pseudonyms.ts";
import type { Authenticator, AuthenticatorState } from "./state.ts";
import type { World } from "./world.ts";

export interface AuthenticatorKey {
  readonly provider: string;
  readonly bsi: string;
  readonly id: string;
}

export interface NewAuthenticator extends AuthenticatorKey {
  readonly loa: string;
  readonly state: AuthenticatorState;
  readonly verifiedByDocument: boolean;
  readonly document?: { readonly type: string; readonly number: string };
}

export interface AuthenticatorUpdate extends AuthenticatorKey {
  readonly loa?: string;
  readonly state: AuthenticatorState;
  readonly message: string;
}

const find = (world: World, { provider, bsi, id }: AuthenticatorKey): Authenticator | undefined =>
  world.state.authenticators.find((one) => one.provider === provider && one.bsi === bsi && one.id === id);

/** Remembers a new authenticator of a person whose pseudonym is known. */
export function register(
  world: World,
  wish: NewAuthenticator,
): "registered" | "exists" | "unknown-pseudonym" {
  if (validPseudonym(world, wish.provider, wish.bsi) === undefined) return "unknown-pseudonym";
  if (find(world, wish) !== undefined) return "exists";
  const { loa, state } = wish;
  const event = { at: world.now().toISOString(), transaction: "TR_EVIDENCE_VIP_ZAPIS" as const, state, loa };
  world.state.authenticators.push({ ...wish, history: [event] });
  world.save();
  return "registered";
}

/** Changes an authenticator. One that was ended stays ended; ending it again changes nothing and is no error. */
export function change(world: World, wish: AuthenticatorUpdate): "changed" | "unknown" | "ended" {
  const authenticator = find(world, wish);
  if (authenticator === undefined) return "unknown";
  if (authenticator.state === "Ukonceny" && wish.state !== "Ukonceny") return "ended";
  const turned = authenticator.state !== wish.state;
  authenticator.state = wish.state;
  authenticator.loa = wish.loa ?? authenticator.loa;
  authenticator.history.push({
    at: world.now().toISOString(),
    transaction: "TR_EVIDENCE_VIP_ZMENA",
    state: wish.state,
    loa: authenticator.loa,
    message: wish.message,
  });
  if (turned) addNotification(world, { provider: wish.provider, bsi: wish.bsi, source: "EVPROST" });
  world.save();
  return "changed";
}
