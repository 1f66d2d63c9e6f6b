import { WrongState } from "../../domain/errors.ts";
import { maskEmail, maskPhone } from "../../domain/masked-contact.ts";
import type { DocumentPrinter, OfficeDocument } from "../ports/document.ts";
import type { Records } from "../ports/records.ts";
import { loadVerification, type VerificationName } from "./load-verification.ts";

/** The sheet for the office, made anew whenever it is asked for, while the answer is awaited. */
export const makePrintDocument =
  (
    ports: { records: Records; printer: DocumentPrinter },
    settings: Pick<OfficeDocument, "recipient" | "helpdesk" | "officesUrl">,
  ) =>
  async (command: VerificationName): Promise<Uint8Array> => {
    const { account, keys, verification } = await loadVerification(ports.records, command);
    if (verification.state !== "awaiting-registry-data" || verification.code === undefined)
      throw new WrongState(`verification is ${verification.state}, expected awaiting-registry-data`);
    return await ports.printer.print({
      ...settings,
      code: verification.code,
      username: account.username,
      maskedEmail: maskEmail(account.email.value),
      maskedPhone: maskPhone(account.phone.value),
      keyNames: keys.filter(({ id }) => verification.keyIds.includes(id)).map(({ name }) => name),
      deadline: verification.deadline,
      createdAt: verification.createdAt,
      language: account.language,
    });
  };
