/** The attributes that the portal knows (nia-saml.md, A4), by the part of the name that is theirs. */

const person = "http://eidas.europa.eu/attributes/naturalperson/";
const stork = "http://www.stork.gov.eu/1.0/";
const moris =
  /^http:\/\/schemas\.(?:eidentita|eidentity|identitaobcana)\.cz\/moris\/2016\/identity\/claims\//u;

const personNames = [
  "PersonIdentifier",
  "CurrentGivenName",
  "CurrentFamilyName",
  "DateOfBirth",
  "PlaceOfBirth",
  "CurrentAddress",
] as const;
const storkNames = ["countryCodeOfBirth", "eMail", "age", "isAgeOver"] as const;
const morisNames = ["tradresaid", "idtype", "idnumber", "phonenumber"] as const;

export type AttributeName =
  | (typeof personNames)[number]
  | (typeof storkNames)[number]
  | (typeof morisNames)[number];

/** Which of them a full name means; undefined for what the portal does not know. */
export function attributeNamed(name: string): AttributeName | undefined {
  if (name.startsWith(person)) return personNames.find((one) => name === person + one);
  if (name.startsWith(stork)) return storkNames.find((one) => name === stork + one);
  return morisNames.find((one) => moris.test(name) && name.replace(moris, "") === one);
}

export const knownAttribute = (name: string): boolean => attributeNamed(name) !== undefined;

/** Under Success it says that there was none (nia-saml.md, A8). */
export const statusCodeAttribute = "urn:oasis:names:tc:SAML:2.0:protocol/statuscode";
export const personIdentifier = `${person}PersonIdentifier`;
