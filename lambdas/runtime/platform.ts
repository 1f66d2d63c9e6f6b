import { randomBytes } from "node:crypto";
import type { Clock, RandomBytes } from "../services/ports/platform.ts";

export const clock: Clock = () => new Date().toISOString();
export const random: RandomBytes = (length) => randomBytes(length);
