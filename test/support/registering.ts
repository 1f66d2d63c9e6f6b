import type { Register } from "../../lambdas/services/accounts/register.ts";
import { rightControlCode } from "./memory-platform.ts";
import type { World } from "./world.ts";

/** What an invented person types to register. */
export const aRegistration = (): Register => ({
  username: "petr.svoboda",
  person: { firstName: "Petr", lastName: "Svoboda" },
  email: "petr@example.cz",
  phone: "+420601000222",
  citizenship: "CZ",
  password: "a long password",
  language: "cs",
  controlCode: rightControlCode,
});

export const claimsOf = (world: World) => world.records.all("claim");
