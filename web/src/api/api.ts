import { addresses } from "virtual:contract-addresses";
import { currentLanguage } from "../language/current.ts";
import { type Addresses, type ClientOptions, fillPath, makeClient } from "./client.ts";

const options = {
  language: currentLanguage,
  fetch: (input, init) => fetch(input, init),
} satisfies Partial<ClientOptions>;

export const api = makeClient({ addresses, ...options });

/** From here on the routes of the helpdesk's console can be called too: they come with its pages. */
export const addRoutes = (more: Partial<Addresses>): void => {
  Object.assign(api, makeClient({ addresses: more, ...options }));
};

/** Where the picture of a model stands. */
export const pictureAddress = (picture: string): string => fillPath(addresses.keyPicture[1], { picture });
