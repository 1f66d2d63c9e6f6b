import { PersonNotFound, PseudonymTaken, WrongState } from "../../domain/errors.ts";
import type { IdentityDocument, ReferenceData } from "../../domain/person.ts";
import { identified } from "../../domain/verification-steps.ts";
import type { Nia, PersonQuery } from "../ports/nia.ts";
import { audited, type Writing } from "../writing.ts";
import { claimPseudonym } from "./claim-pseudonym.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";
import { callingNia } from "./nia-failures.ts";

/** The document that proves the person's identity: the identity card before others. */
export const identityDocument = ({ documents }: ReferenceData): IdentityDocument | undefined =>
  documents.find(({ type }) => type === "ID") ?? documents[0];

const queryOf = (data: ReferenceData): PersonQuery => {
  const document = identityDocument(data);
  return {
    firstName: data.firstName,
    lastName: data.lastName,
    birthDate: data.birthDate,
    ...(data.addressPlaceCode === undefined ? {} : { addressPlaceCode: data.addressPlaceCode }),
    ...(document === undefined ? {} : { document }),
  };
};

/**
 * Task `identify-person`: TR_ZTOTOZNENI, then the pseudonym is claimed for this account, before anything is written
 * at NIA. Throws `PseudonymTaken` where it is another account's, or not the one this account is linked by.
 */
export const makeIdentifyPerson =
  (writing: Writing & { nia: Nia }) =>
  async (input: TaskInput): Promise<void> => {
    const { account, verification } = await loadForTask(writing.records, input);
    if (verification.state !== "completing" || verification.undoing !== undefined)
      throw new WrongState(`verification is ${verification.state}, expected completing`);
    if (verification.pseudonym !== undefined) return;
    const data = verification.registryData;
    if (data === undefined) throw new PersonNotFound("the registry's data are not there");

    const person = await callingNia(
      writing,
      verification,
      async () => await writing.nia.identify(queryOf(data)),
    );
    // By a document alone NIA compares nothing else: whoever it found has to be the one whom the registry told of.
    if (person.birthDate !== undefined && person.birthDate !== data.birthDate)
      throw new PseudonymTaken("NIA found somebody with another birth date");
    if (account.link !== undefined && account.link.pseudonym !== person.pseudonym)
      throw new PseudonymTaken("the account is linked as another person");
    const at = writing.clock();
    await writing.records.commit([
      { put: identified(verification, person.pseudonym, at) },
      ...(await claimPseudonym(writing.records, person.pseudonym, account.id)),
      audited(writing, at, {
        action: "person-identified",
        actor: "system",
        accountId: account.id,
        verificationId: verification.id,
        ...(person.correlationId === undefined ? {} : { correlationId: person.correlationId }),
      }),
    ]);
  };
