/** A mail or an SMS as its receiver has it. What a channel does not know is empty. */
export interface InboxMessage {
  readonly id: string;
  readonly channel: "mail" | "sms";
  /** Addresses, separated by a comma and a space, or one phone number. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601, UTC. The emulator knows no time of an SMS: when it was first seen. */
  readonly at: string;
}

/** Whether it went to this address or number, whatever the case; the plus of a number may be missing, as in a URL. */
export const isTo = (message: InboxMessage, address: string): boolean =>
  message.to.split(", ").map(plain).includes(plain(address));

const plain = (address: string): string => address.trim().toLowerCase().replace(/^\+/, "");
