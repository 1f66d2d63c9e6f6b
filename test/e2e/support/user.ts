import { randomBytes, randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { InboxMessage } from "../../../local/inbox/message.ts";
import type { Resident } from "../../../local/nia/residents.ts";
import { type Authenticator, makeAuthenticator } from "./authenticator.ts";
import { aResident, anOffice } from "./outside-world.ts";
import type { SharedProduct } from "./shared-product.ts";

interface Reply<T> {
  status: number;
  body: T;
}

/** Tries until it answers something, or throws after some minutes. */
export const eventually = async <T>(
  what: string,
  probe: () => Promise<T | undefined>,
  seconds = 150,
): Promise<T> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = await probe();
    if (found !== undefined) return found;
    await sleep(250);
  }
  throw new Error(`it never came: ${what}`);
};

/** A person at a browser, without the browser: cookie, origin, control code, key. */
export const aUser = (product: SharedProduct) => {
  const { endpoints, model } = product;
  const name = `user${randomBytes(5).toString("hex")}`;
  const person = {
    username: name,
    firstName: "Jana",
    lastName: "Nováková",
    birthDate: "1988-04-12",
    address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
    email: `${name}@example.cz`,
    phone: `+42060${randomInt(1_000_000, 9_999_999)}`,
    citizenship: "CZ",
    password: "correct horse battery",
    language: "cs",
  };
  const key: Authenticator = makeAuthenticator(model, endpoints.web);
  let cookie = "";

  const call = async <T = Record<string, never>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<Reply<T>> => {
    const answer = await fetch(`${endpoints.api}${path}`, {
      method,
      headers: {
        origin: endpoints.web,
        ...(cookie === "" ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.getSetCookie()[0]?.split(";")[0];
    if (set !== undefined) cookie = set;
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.includes("json") === true && text !== "";
    return { status: answer.status, body: (json ? JSON.parse(text) : text) as T };
  };

  /** The same, where anything but success is the test's failure. */
  const must = async <T = Record<string, never>>(method: string, path: string, body?: object): Promise<T> => {
    const { status, body: answer } = await call<T>(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };

  const messages = async (address: string): Promise<InboxMessage[]> => {
    const answer = await fetch(`${endpoints.inbox}/api/messages?to=${encodeURIComponent(address)}`);
    return (await answer.json()) as InboxMessage[];
  };
  /** The newest message to an address that matches and was not taken before. */
  const taken = new Set<string>();
  const message = async (address: string, pattern: RegExp): Promise<string> =>
    await eventually(`a message to ${address} with ${pattern.source}`, async () => {
      const found = (await messages(address)).find(
        ({ id, subject, text }) => !taken.has(id) && pattern.test(`${subject}\n${text}`),
      );
      if (found === undefined) return undefined;
      taken.add(found.id);
      return `${found.subject}\n${found.text}`;
    });
  const pin = async (address: string) => /\b\d{6}\b/u.exec(await message(address, /\b\d{6}\b/u))?.[0] ?? "";

  const controlCode = async () => {
    const challenge = await must<Challenge>("GET", "/control-code");
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
  };

  interface Step {
    state: string;
    confirmationId: string;
    options: { challenge: string; allowCredentials: { id: string }[] };
  }

  const user = {
    person,
    key,
    call,
    must,
    message,
    messages,
    pin,
    controlCode,
    cookie: () => cookie,

    register: async () => {
      const { registrationId } = await must<{ registrationId: string }>("POST", "/registrations", {
        ...person,
        controlCode: await controlCode(),
      });
      const path = `/registrations/${registrationId}`;
      await must("POST", `${path}/email-pin`, { pin: await pin(person.email) });
      await must("POST", `${path}/phone-pin`, { pin: await pin(person.phone) });
    },

    logIn: async () => {
      cookie = "";
      const login = { login: person.email, password: person.password };
      const answer = await must<Step & { handle: string }>("POST", "/login", login);
      if (answer.state === "security-key-needed")
        await must("POST", "/login/security-key", {
          handle: answer.handle,
          response: key.get(answer.options),
        });
    },

    confirm: async (purpose: string, keyIds?: string[]) => {
      const { password } = person;
      const request = keyIds === undefined ? { purpose, password } : { purpose, password, keyIds };
      let step = await must<Step>("POST", "/me/confirmations", request);
      while (step.state !== "confirmed") {
        const path = `/me/confirmations/${step.confirmationId}`;
        step =
          step.state === "phone-pin-needed" || step.state === "email-pin-needed"
            ? await must<Step>("POST", `${path}/pin`, {
                pin: await pin(step.state === "email-pin-needed" ? person.email : person.phone),
              })
            : await must<Step>("POST", `${path}/security-key`, { response: key.get(step.options) });
      }
    },

    addKey: async (keyName = "My key") => {
      await user.confirm("add-key");
      const { ceremonyId, options } = await must<{ ceremonyId: string; options: { challenge: string } }>(
        "POST",
        "/me/security-keys/options",
      );
      const response = key.create(options);
      return await must<{ id: string; level: string; linkable: boolean; reason: string }>(
        "POST",
        "/me/security-keys",
        { ceremonyId, name: keyName, response },
      );
    },

    startVerification: async (keyIds: string[]) => {
      await user.confirm("link", keyIds);
      return await must<NiaVerification>("POST", "/me/nia/verifications", { method: "czech-point", keyIds });
    },

    nia: async () =>
      await must<{ verification: NiaVerification; link?: { state: string }; mayLink: boolean }>(
        "GET",
        "/me/nia",
      ),

    untilState: async (...states: string[]) => {
      let last: NiaVerification | undefined;
      const wanted = async () => {
        last = (await user.nia()).verification;
        return states.includes(last.state) ? last : undefined;
      };
      return await eventually(`verification ${states.join(" or ")}`, wanted).catch((error: unknown) => {
        throw new Error(`it stayed ${JSON.stringify(last)}`, { cause: error });
      });
    },

    digest: async (verificationId: string) =>
      (await must<{ digest: string }>("GET", `/me/nia/verifications/${verificationId}/comparison`)).digest,

    complete: async (verificationId: string, digest?: string) =>
      await call("POST", `/me/nia/verifications/${verificationId}/completion`, {
        digest: digest ?? (await user.digest(verificationId)),
      }),

    /** Registered, with certified keys, and with a verification whose answer has come: a newcomer's unless told. */
    upToTheTable: async (answered?: Resident, keys = 1) => {
      const resident = answered ?? (await aResident(endpoints, "jana-prestehovana"));
      await user.register();
      await user.logIn();
      const keyIds: string[] = [];
      for (let index = 0; index < keys; index += 1) keyIds.push((await user.addKey(`Key ${index + 1}`)).id);
      const verification = await user.startVerification(keyIds);
      await anOffice(endpoints).answer(verification.code, resident);
      await user.untilState("awaiting-completion");
      await user.confirm("complete-link");
      return { verification, keyIds, resident };
    },
  };
  return user;
};

export interface NiaVerification {
  id: string;
  code: string;
  state: string;
  stopReason?: string;
  timeline: { event: string }[];
}
