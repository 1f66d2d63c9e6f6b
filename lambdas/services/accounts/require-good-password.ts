import { InvalidInput } from "../../domain/errors.ts";
import { isOwnName } from "../../domain/password.ts";
import type { CommonPasswords } from "../ports/platform.ts";

/** The rules of product.md beside the length, which the contract checks. Throws `InvalidInput`. */
export const requireGoodPassword = async (
  { commonPasswords }: { commonPasswords: CommonPasswords },
  password: string,
  owner: { username: string; email: string },
): Promise<void> => {
  if (isOwnName(password, owner)) throw new InvalidInput([{ pointer: "/password", code: "own-name" }]);
  if (await commonPasswords.includes(password))
    throw new InvalidInput([{ pointer: "/password", code: "common-password" }]);
};
