import { addresses } from "virtual:contract-addresses";
import { currentLanguage } from "../language/current.ts";
import { makeClient } from "./client.ts";

export const api = makeClient({
  addresses,
  language: currentLanguage,
  fetch: (input, init) => fetch(input, init),
});
