import { pinSubject } from "../../lambdas/domain/pin.ts";
import type { UnlinkWay } from "../../lambdas/domain/unlinking.ts";
import { makeRequestDeletion } from "../../lambdas/services/deletion/request-deletion.ts";
import { makeCheckCaller } from "../../lambdas/services/helpdesk/check-caller.ts";
import { makeRemoveKey } from "../../lambdas/services/keys/remove-key.ts";
import { makeApproveForm } from "../../lambdas/services/login-reset/approve-form.ts";
import { makeRegisterForm } from "../../lambdas/services/login-reset/register-form.ts";
import { makeRemoveSecondFactors } from "../../lambdas/services/two-factor-reset/remove-second-factors.ts";
import { makeRequestTwoFactorReset } from "../../lambdas/services/two-factor-reset/request-two-factor-reset.ts";
import { makeDetach } from "../../lambdas/services/unlink/detach.ts";
import { makeUnlinkByCall } from "../../lambdas/services/unlink/unlink-by-call.ts";
import { accountId, anOperator } from "../support/builders.ts";
import {
  derivePin,
  memoryControlCodes,
  memoryPasswords,
  rightControlCode,
} from "../support/memory-platform.ts";
import { aPdf, memoryScans } from "../support/memory-scans.ts";
import type { LinkedLife } from "./linked-life.ts";

/** How each way is gone, from its beginning. */
export const go: Record<UnlinkWay, (life: LinkedLife) => Promise<void>> = {
  detached: async ({ world }) => {
    await makeDetach(world)({ accountId });
  },
  "key-removed": async ({ world, linkedKeys }) => {
    for (const { id: keyId } of linkedKeys())
      await makeRemoveKey(world)({ session: world.records.all("session")[0]!, keyId });
  },
  "two-factor-reset": async ({ world }) => {
    const platform = { derivePin, passwords: memoryPasswords(), controlCodes: memoryControlCodes() };
    const ports = { ...world, ...platform };
    const asked = { login: "jana.novakova", controlCode: rightControlCode };
    const { id } = await makeRequestTwoFactorReset(ports)(asked);
    await makeRemoveSecondFactors(ports)({
      resetId: id,
      emailPin: await derivePin(pinSubject("two-factor-reset-email-pin", id, 1)),
      phonePin: await derivePin(pinSubject("two-factor-reset-phone-pin", id, 1)),
      password: "correct horse battery",
    });
  },
  "helpdesk-call": async ({ world, stored }) => {
    const operator = anOperator();
    const { person, email, phone } = stored()!;
    const { street = "", postalCode = "", city = "" } = person.address ?? {};
    const checked = await makeCheckCaller(world)({
      operator,
      accountId,
      said: {
        firstName: person.firstName,
        lastName: person.lastName,
        birthDate: "12. 4. 1988",
        address: `${street}, ${postalCode} ${city}`,
        email: email.value,
        phone: phone.value,
      },
    });
    if (checked.outcome !== "passed") throw new Error("the caller was not believed");
    const { callId } = checked.call;
    await makeUnlinkByCall(world)({ operator, accountId, callId, cause: "keys-lost" });
  },
  "login-reset": async ({ world }) => {
    const scans = memoryScans();
    scans.stored.set("scan-1", { content: aPdf(), mediaType: "application/pdf" });
    const ports = { ...world, scans, passwords: memoryPasswords() };
    const { id: formId } = await makeRegisterForm(ports)({
      actor: anOperator(),
      form: {
        accountId,
        kind: "in-person",
        verifiedHow: "Občanský průkaz",
        dated: world.now.slice(0, 10),
        reference: "1/2026",
        email: "jana.new@example.cz",
        scanId: "scan-1",
      },
    });
    const actor = anOperator({ id: "eva", role: "supervisor" });
    await makeApproveForm(ports)({ actor, accountId, formId });
  },
  "account-deleted": async ({ world, pass }) => {
    await makeRequestDeletion(world, 60)(world.records.all("session")[0]!);
    await pass(3600);
  },
};
