import { randomBytes } from "node:crypto";

/** 128 random bits; an NCName does not begin with a digit. */
export const newId = (): string => `_${randomBytes(16).toString("hex")}`;

/** An instant of ours, as NIA writes them in requests. */
export const wholeSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
