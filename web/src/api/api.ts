import { addresses } from "virtual:contract-addresses";
import { currentLanguage } from "../language/current.ts";
import { fillPath, makeClient } from "./client.ts";

export const api = makeClient({
  addresses,
  language: currentLanguage,
  fetch: (input, init) => fetch(input, init),
});

/** Where the picture of a model stands. */
export const pictureAddress = (picture: string): string => fillPath(addresses.keyPicture[1], { picture });
