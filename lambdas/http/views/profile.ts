import type * as z from "zod";
import type { contactChange, profile } from "../../contract/schemas/account.ts";
import type { Contact } from "../../domain/account.ts";
import type { Deletion } from "../../domain/deletion.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { ContactChange } from "../../domain/access-records.ts";
import { lockedFields } from "../../domain/locks.ts";
import { isWaiting } from "../../services/contacts/open-change.ts";
import type { AccountRecords } from "../../services/ports/records.ts";

/** A deletion as the account's owner sees it. */
export const deletionView = ({ requestedAt, dueAt }: Deletion) => ({ requestedAt, dueAt });

/** A new contact that waits for its PIN. */
export const contactChangeView = ({
  id,
  kind,
  value,
  expiresAt,
}: ContactChange): z.input<typeof contactChange> => ({ id, kind, value, expiresAt });

const contactView = ({ value, verifiedAt, changedAt }: Contact) => ({ value, verifiedAt, changedAt });

/** The account as its owner sees it. */
export const profileView = (
  { account, verifications, contactChanges }: AccountRecords,
  now: IsoInstant,
  deletionSeconds: number,
): z.input<typeof profile> => ({
  username: account.username,
  person: account.person,
  organization: account.organization,
  companyNumber: account.companyNumber,
  vatNumber: account.vatNumber,
  email: contactView(account.email),
  phone: contactView(account.phone),
  contactChange: contactChanges.filter(isWaiting(now)).map(contactChangeView)[0],
  citizenship: account.citizenship,
  language: account.language,
  createdAt: account.createdAt,
  validation: account.validation,
  registry:
    account.link === undefined || account.registry === undefined
      ? undefined
      : {
          updatedAt: account.registry.updatedAt,
          addressUnknown: account.registry.addressUnknown ?? false,
        },
  validationToFinish: verifications.find(({ state }) => state === "awaiting-completion")?.id,
  linked: account.link !== undefined,
  lockedFields: [...lockedFields(account)],
  deletion: account.deletion && deletionView(account.deletion),
  deletionSeconds,
});
