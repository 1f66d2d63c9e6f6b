import { instantOf } from "./prague-time.ts";

/** One child element of a request: children come in this order, each exactly once. */
export interface Field {
  readonly name: string;
  readonly type: keyof typeof fieldTypes;
  readonly nillable: boolean;
}

/** Lexical checks of the schema's simple types. */
export const fieldTypes = {
  dateTime: (text: string) => instantOf(text) !== undefined,
  integer: (text: string) => /^[+-]?\d{1,9}$/.test(text),
  messageId: (text: string) => text.length <= 20,
  filter: (text: string) => /^(-1|\d{1,4})$/.test(text),
  string: () => true,
} satisfies Record<string, (text: string) => boolean>;

const field = (name: string, type: Field["type"], nillable = false): Field => ({ name, type, nillable });
const idOnly = [field("dmID", "messageId")];

/** Requests by the service they belong to (WSDL 3.11, dmBaseTypes.xsd, dbTypes.xsd). */
export const services = {
  "/DS/dz": { MessageDownload: idOnly, SignedMessageDownload: idOnly },
  "/DS/dx": {
    GetListOfReceivedMessages: [
      field("dmFromTime", "dateTime", true),
      field("dmToTime", "dateTime", true),
      field("dmRecipientOrgUnitNum", "integer", true),
      field("dmStatusFilter", "filter"),
      field("dmOffset", "integer", true),
      field("dmLimit", "integer", true),
    ],
    MarkMessageAsDownloaded: idOnly,
  },
  "/DS/DsManage": { GetOwnerInfoFromLogin: [field("dbDummy", "string")] },
} as const satisfies Record<string, Record<string, readonly Field[]>>;

export type ServicePath = keyof typeof services;

export const isServicePath = (path: string): path is ServicePath => Object.hasOwn(services, path);

/** The shape of an operation, if this service has it. */
export const shapeOf = (service: ServicePath, operation: string): readonly Field[] | undefined =>
  new Map<string, readonly Field[]>(Object.entries(services[service])).get(operation);
