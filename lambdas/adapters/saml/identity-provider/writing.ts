import { randomBytes } from "node:crypto";
import type { SamlStatus } from "../../../domain/saml-status.ts";

/** 128 random bits; an NCName does not begin with a digit. */
export const newId = (): string => `_${randomBytes(16).toString("hex")}`;

export const wholeSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

export const statusElement = ({ code, subcode }: SamlStatus): string => {
  const inner = subcode === undefined ? "" : `<samlp:StatusCode Value="${subcode}"/>`;
  return `<samlp:Status><samlp:StatusCode Value="${code}">${inner}</samlp:StatusCode></samlp:Status>`;
};
