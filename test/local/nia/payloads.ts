const element = ([name, value]: readonly [string, string]) => `<n:${name}>${value}</n:${name}>`;

const request = (root: string, namespace: string, children: Record<string, string>): string =>
  `<n:${root} xmlns:n="${namespace}">${Object.entries(children).map(element).join("")}</n:${root}>`;

export const identification = (children: Record<string, string>): string =>
  request("ZtotozneniRequest", "urn:nia.ztotozneni/request:v3", children);

export const registration = (children: Record<string, string>): string =>
  request("EvidenceVIPZapisRequest", "urn:nia.EvidenceVIPZapis/request:v2", children);

export const change = (children: Record<string, string>): string =>
  request("EvidenceVIPZmenaRequest", "urn:nia.EvidenceVIPZmena/request:v1", children);

export const feedFrom = (id?: number | string): string =>
  request(
    "NotifikaceIdpRequest",
    "urn:nia.notifikaceIdp/request:v1",
    id === undefined ? {} : { NotifikaceIdpId: String(id) },
  );

export const document = (number: string, type = "ID"): string =>
  `<n:Cislo>${number}</n:Cislo><n:Druh>${type}</n:Druh>`;

/** The text of an element of an answer, `undefined` when it is not there. */
export const valueOf = (answer: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer)?.[1];
