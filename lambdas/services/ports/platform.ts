import type { IsoInstant } from "../../domain/person.ts";
import type { OutboxItem } from "../../domain/records.ts";

/** The time now. */
export type Clock = () => IsoInstant;

/** Cryptographically random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Passwords as argon2id in PHC form. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for `undefined` (an unknown account) as for a real hash, and is then false. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether a hash was made with other parameters than those of today. */
  isOutdated(hash: string): boolean;
}

/** The list of common passwords: compared in NFKC and without regard to case. */
export interface CommonPasswords {
  includes(password: string): Promise<boolean>;
}

/** A six-digit PIN derived from what it is for: HMAC with a key of Secrets Manager, never stored. */
export type DerivePin = (subject: string) => Promise<string>;

/** 256 bits for a link of a mail, base64url, derived and not stored as a PIN is. */
export type DeriveLinkSecret = (subject: string) => Promise<string>;

/** Self-hosted control code (ALTCHA): proof of work, each solution good once. */
export interface ControlCodes {
  challenge(): Promise<unknown>;
  /** Throws `ControlCodeRefused`. */
  redeem(payload: string): Promise<void>;
}

/** An execution of one of the state machines: what it works on, and which attempt at it. */
export type Execution =
  | { machine: "link-account"; accountId: string; verificationId: string; attempt: number }
  | { machine: "unlink-account"; accountId: string; authenticatorId: string; attempt: number };

/** Executions of the state machines. */
export interface Workflows {
  /** Starting one that exists already changes nothing. */
  start(execution: Execution): Promise<void>;
  /** `moved-on` where the token is used up, timed out or unknown. */
  resume(taskToken: string): Promise<"resumed" | "moved-on">;
  /** `gone`: failed, timed out, aborted or never there. */
  status(execution: Execution): Promise<"running" | "succeeded" | "gone">;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}
export interface MailSender {
  send(mail: Mail): Promise<void>;
}
export interface SmsSender {
  send(sms: { to: string; text: string }): Promise<void>;
}

export type MessageItem = Extract<OutboxItem, { channel: "mail" | "sms" }>;
export type WorkflowItem = Extract<OutboxItem, { channel: "workflow" }>;
