import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Passwords } from "../../services/ports/platform.ts";

/** m in KiB, t passes, p lanes (fido.md, "Speed": 34 ms on one core). */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const SALT_BYTES = 16;

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) => {
  argon2("argon2id", parameters, done);
});

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/u, "");
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** A hash of nothing that anyone could type, so that an unknown account takes as long as a known one. */
const dummy = `$argon2id$v=19$m=${PARAMETERS.memory},t=${PARAMETERS.passes},p=${PARAMETERS.parallelism}$${encode(Buffer.alloc(SALT_BYTES, 1))}$${encode(Buffer.alloc(PARAMETERS.tagLength, 2))}`;

/** `Passwords` by argon2id of node:crypto. */
export const makePasswords = (): Passwords => ({
  hash: async (password) => {
    const nonce = randomBytes(SALT_BYTES);
    const tag = await derive({ ...PARAMETERS, message: password.normalize("NFKC"), nonce });
    const { memory, passes, parallelism } = PARAMETERS;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(tag)}`;
  },

  verify: async (password, hash) => {
    const [, m, t, p, salt = "", expected = ""] = phc.exec(hash ?? dummy) ?? [];
    if (m === undefined) throw new Error("a stored password hash is not argon2id");
    const tag = Buffer.from(expected, "base64");
    const derived = await derive({
      message: password.normalize("NFKC"),
      nonce: Buffer.from(salt, "base64"),
      memory: Number(m),
      passes: Number(t),
      parallelism: Number(p),
      tagLength: tag.length,
    });
    return timingSafeEqual(derived, tag) && hash !== undefined;
  },

  isOutdated: (hash) => {
    const [, m, t, p, , tag = ""] = phc.exec(hash) ?? [];
    const { memory, passes, parallelism, tagLength } = PARAMETERS;
    const length = Buffer.from(tag, "base64").length;
    return [m, t, p, length].map(Number).join() !== [memory, passes, parallelism, tagLength].join();
  },
});
