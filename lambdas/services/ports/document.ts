import type { Language } from "../../domain/account.ts";
import type { Address, IsoInstant } from "../../domain/person.ts";

/** What the sheet for the Czech POINT office says (product.md, "Verification at Czech POINT", 2). */
export interface OfficeDocument {
  /** Identification code in stored form: twelve characters without separators. */
  code: string;
  /** Whose account it is for. Contacts come masked already. */
  username: string;
  maskedEmail: string;
  maskedPhone: string;
  keyNames: string[];
  /** To whom the office sends the data. */
  recipient: { name: string; companyNumber: string; dataBoxId: string; address?: Address };
  deadline: IsoInstant;
  createdAt: IsoInstant;
  /** Map of the offices. */
  officesUrl: string;
  helpdesk: { phones: string[]; email: string; address?: Address };
  /** Of the document's title; both pages are always there. */
  language: Language;
}

/** Prints a tagged PDF: a Czech page for the counter and an English one. The same input gives the same bytes. */
export interface DocumentPrinter {
  print(document: OfficeDocument): Promise<Uint8Array>;
}

/** What the request for a login reset by verified form says of whom it is sent to (product.md, "Five ways to unlink", 5). */
export interface LoginResetForm {
  provider: { name: string; dataBoxId: string; address: Address };
  helpdesk: { phones: string[]; email: string };
}

/** A PDF that can be filled in on a computer or by hand, in Czech with an English summary. The same input gives the same bytes. */
export interface FormPrinter {
  print(form: LoginResetForm): Promise<Uint8Array>;
}
