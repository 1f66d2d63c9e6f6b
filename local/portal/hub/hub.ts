import type { HubLogout, HubQuestion, Remembered } from "../logins.ts";
import type { RegisteredIdentityProvider } from "./identity-provider.ts";

/** The portal as a service provider towards an identity provider. */
export interface Hub {
  readonly identityProvider: RegisteredIdentityProvider;
  /** Its entity id, under which its metadata are. */
  readonly entityId: string;
  /** Where it takes answers. */
  readonly consumer: string;
  /** Where it takes requests to log out and their answers. */
  readonly logoutService: string;
  readonly questions: Remembered<HubQuestion>;
  readonly logouts: Remembered<HubLogout>;
  /** How its requests go. */
  binding: "post" | "redirect";
}
