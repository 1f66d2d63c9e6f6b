import type {
  AuthenticatorChange,
  AuthenticatorRecord,
  Nia,
  NotificationPage,
  PersonQuery,
} from "../../lambdas/services/ports/nia.ts";
import { type CommandName, type TextOption, type Texts, UsageError } from "./arguments.ts";

const required = (texts: Texts, name: TextOption): string => {
  const value = texts[name];
  if (value === undefined || value === "") throw new UsageError(`--${name} is missing`);
  return value;
};

const oneOf = <T extends string>(texts: Texts, name: TextOption, allowed: readonly T[], otherwise?: T): T => {
  const value = texts[name] ?? otherwise ?? required(texts, name);
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${allowed.join(", ")}`);
  return found;
};

const states = ["Neaktivni", "Aktivni", "Ukonceny"] as const;
const loas = ["None", "Low", "Substantial", "High"] as const;
const documentTypes = ["ID", "P", "VS", "IR", "PS"] as const;

const documentOf = ({ document }: Texts): Pick<PersonQuery, "document"> => {
  if (document === undefined) return {};
  const [, kind, number] = /^([A-Z]{1,2}):(\S.*)$/.exec(document) ?? [];
  const type = documentTypes.find((one) => one === kind);
  if (type === undefined || number === undefined)
    throw new UsageError(`--document is ${documentTypes.join("|")}:NUMBER`);
  return { document: { type, number } };
};

const queryOf = (texts: Texts): PersonQuery => {
  const birthDate = required(texts, "birth-date");
  if (!/^\d{4}-\d\d-\d\d$/.test(birthDate)) throw new UsageError("--birth-date is YYYY-MM-DD");
  const addressPlaceCode = texts["address-place"];
  return {
    firstName: required(texts, "first-name"),
    lastName: required(texts, "last-name"),
    birthDate,
    ...(addressPlaceCode !== undefined && { addressPlaceCode }),
    ...documentOf(texts),
  };
};

const named = (texts: Texts) => ({
  pseudonym: required(texts, "pseudonym"),
  authenticatorId: required(texts, "authenticator"),
});

const recordOf = (texts: Texts): AuthenticatorRecord => ({
  ...named(texts),
  loa: oneOf(texts, "loa", loas, "Substantial"),
  state: oneOf(texts, "state", states, "Aktivni"),
  ...documentOf(texts),
});

const changeOf = (texts: Texts): AuthenticatorChange => ({
  ...named(texts),
  state: oneOf(texts, "state", states),
  ...(texts.loa !== undefined && { loa: oneOf(texts, "loa", loas) }),
  message: texts.message ?? "changed by an operator",
});

const pagesOf = ({ pages = "1" }: Texts): number => {
  if (!/^[1-9]\d{0,3}$/.test(pages)) throw new UsageError("--pages is a number");
  return Number(pages);
};

/** Page after page from the last id itself, whatever the feed includes; a page that brings nothing new ends it. */
const readFeed = async (nia: Nia, from: string | undefined, pages: number): Promise<NotificationPage> => {
  const page = await nia.notifications(from);
  if (pages === 1 || !page.more || page.lastId === undefined || page.lastId === from) return page;
  const next = await readFeed(nia, page.lastId, pages - 1);
  const seen = new Set(page.notifications.map(({ id }) => id));
  const notifications = [...page.notifications, ...next.notifications.filter(({ id }) => !seen.has(id))];
  return { ...next, notifications };
};

/** What NIA is to be asked; made before anything is connected, so that wrong arguments cost nothing. */
export const transactionOf = (command: CommandName, texts: Texts): ((nia: Nia) => Promise<object>) => {
  if (command === "identify") {
    const query = queryOf(texts);
    return async (nia) => await nia.identify(query);
  }
  if (command === "write") {
    const record = recordOf(texts);
    return async (nia) => await nia.writeAuthenticator(record);
  }
  if (command === "change") {
    const change = changeOf(texts);
    return async (nia) => await nia.changeAuthenticator(change);
  }
  const pages = pagesOf(texts);
  return async (nia) => await readFeed(nia, texts.from, pages);
};
