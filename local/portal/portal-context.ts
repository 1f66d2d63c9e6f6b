import type { Identity } from "../certificates.ts";
import type { World } from "../nia/world/world.ts";
import type { PortalTrouble } from "./control/faults.ts";
import type { ReceivedMessage, ReceivedMessages } from "./control/received.ts";
import type { Hub } from "./hub/hub.ts";
import type { KeyRing } from "./keys.ts";
import type { Login, Remembered, Session } from "./logins.ts";
import type { ServiceProvider } from "./service-providers.ts";

/** What every part of the portal works with. */
export interface PortalContext {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  /** Single sign-on and logout, the Destination of every request. */
  readonly endpoint: string;
  readonly now: () => Date;
  readonly world: World;
  readonly keys: KeyRing;
  /** Signs what no trusted certificate should have signed. */
  readonly stranger: Identity;
  readonly serviceProviders: readonly ServiceProvider[];
  readonly logins: Remembered<Login>;
  readonly sessions: Remembered<Session>;
  /** The portal as a service provider towards it; absent where no identity provider is registered. */
  readonly hub: Hub | undefined;
  readonly trouble: PortalTrouble;
  readonly received: ReceivedMessages;
  /** The answer that was given last, for a test that gives it again. */
  last: string | undefined;
}

export const providerNamed = (
  { serviceProviders }: PortalContext,
  entityId: string,
): ServiceProvider | undefined => serviceProviders.find((one) => one.entityId === entityId);

/** Puts a message on the list of received ones. */
export const noted = ({ received, now }: PortalContext, message: Omit<ReceivedMessage, "at">): void =>
  received.add({ at: now().toISOString(), ...message });
