import { certificates } from "./certificates.ts";
import { common } from "./common.ts";
import { confirmation } from "./confirmation.ts";
import { errors } from "./errors.ts";
import { keys } from "./keys.ts";
import { login } from "./login.ts";
import { nia } from "./nia.ts";
import { ownData } from "./own-data.ts";
import { register } from "./register.ts";
import { settings } from "./settings.ts";
import { start } from "./start.ts";
import { unlinking } from "./unlinking.ts";

export const texts = {
  certificates,
  common,
  confirmation,
  errors,
  keys,
  login,
  nia,
  ownData,
  register,
  settings,
  start,
  unlinking,
};
