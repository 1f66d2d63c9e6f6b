/** What the link of a mail leads to, and the secret that opens it. */
export interface LinkPlace {
  id: string;
  secret: string;
}

/** What the link of the mail ends with: it stays in the browser, for a fragment reaches no server. */
export const linkPlaceOf = (fragment: string): LinkPlace | undefined => {
  const [, id, secret] = /^#([a-z0-9-]{8,64})\.([A-Za-z0-9_-]{43})$/u.exec(fragment) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};
