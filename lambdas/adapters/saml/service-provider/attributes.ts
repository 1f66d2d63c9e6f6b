const person = "http://eidas.europa.eu/attributes/naturalperson/";
const claims = "http://schemas.eidentita.cz/moris/2016/identity/claims/";
/** The host of NIA's own attributes varies (nia-saml.md, A4). */
const anyClaims =
  /^http:\/\/schemas\.(?:eidentita|eidentity|identitaobcana)\.cz\/moris\/2016\/identity\/claims\/(\w+)$/;

/** The attributes that we know, by their short names, and as they are asked for. */
const names = {
  PersonIdentifier: `${person}PersonIdentifier`,
  CurrentGivenName: `${person}CurrentGivenName`,
  CurrentFamilyName: `${person}CurrentFamilyName`,
  DateOfBirth: `${person}DateOfBirth`,
  CurrentAddress: `${person}CurrentAddress`,
  tradresaid: `${claims}tradresaid`,
  idtype: `${claims}idtype`,
  idnumber: `${claims}idnumber`,
} as const;
export type AttributeName = keyof typeof names;
const known = Object.keys(names) as AttributeName[];

/** Says under Success that there was none (nia-saml.md, A8). */
export const statusCodeAttribute = "urn:oasis:names:tc:SAML:2.0:protocol/statuscode";

export const fullName = (name: AttributeName): string => names[name];

/** Which of them a full name means, by the whole of it. */
export const attributeNamed = (full: string): AttributeName | undefined => {
  const claim = anyClaims.exec(full)?.[1];
  return known.find((name) => names[name] === (claim === undefined ? full : `${claims}${claim}`));
};

/**
 * What the linking asks for: who the person is, the identity card that tells them apart and stands for the citizenship,
 * the address. Its code in the register of addresses does not exist for everybody.
 */
export const linkingAttributes = {
  PersonIdentifier: "required",
  CurrentGivenName: "required",
  CurrentFamilyName: "required",
  DateOfBirth: "required",
  CurrentAddress: "required",
  tradresaid: "optional",
  idtype: "required",
  idnumber: "required",
} as const satisfies Record<AttributeName, "required" | "optional">;
