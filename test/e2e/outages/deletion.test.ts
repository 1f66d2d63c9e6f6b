import { expect, it } from "vitest";
import { anOffice, niaHolds } from "../support/outside-world.ts";
import { killableProduct } from "../support/killable-product.ts";
import { rowsOf } from "../support/tables.ts";
import { aUser, eventually } from "../support/user.ts";

const product = killableProduct();

it("of a linked account waits, can be cancelled, ends the record at NIA, and leaves audit events only", async () => {
  const { endpoints } = product;
  const place = ({ pk, sk }: Record<string, unknown>) => `${String(pk)} ${String(sk)}`;
  const ofOthers = new Set((await rowsOf(endpoints, "accounts")).map(place));
  const user = aUser(product);
  const { verification, resident } = await user.upToTheTable();
  await user.complete(verification.id);
  await user.untilState("completed");
  const [before] = await niaHolds(endpoints, resident);
  expect(before?.state).toBe("Aktivni");

  expect((await user.call("POST", "/me/deletion")).status).toBe(403);
  await user.confirm("delete-account");
  await user.must("POST", "/me/deletion");
  await user.message(user.person.email, /bude smazán/u);
  await user.must("DELETE", "/me/deletion");
  await user.message(user.person.email, /Smazání účtu je zrušeno/u);
  expect(await user.must("GET", "/me")).not.toHaveProperty("deletion");

  await user.confirm("export");
  const exported = await user.must<{ account: { id: string }; activity: { events: unknown[] } }>(
    "GET",
    "/me/export",
  );
  expect(exported).toMatchObject({
    account: { username: user.person.username, link: { state: "active" } },
    niaRecords: [{ wanted: "active", known: "active" }],
  });
  const { id } = exported.account;
  const other = { ...(await user.must<object>("GET", "/session")) };
  await user.must("POST", "/me/deletion");
  expect(await user.must("GET", "/session")).toMatchObject({ ...other, deletionDueAt: expect.any(String) });

  await eventually("the account's rows gone", async () => {
    await anOffice(endpoints).run("deleteAccounts");
    const left = (await rowsOf(endpoints, "accounts")).filter(({ pk }) => pk === `ACCOUNT#${id}`);
    return left.length === 0 ? true : undefined;
  });
  await user.message(user.person.email, /Váš účet je smazán/u);
  const [after] = await niaHolds(endpoints, resident);
  expect(after).toMatchObject({ id: before?.id, state: "Ukonceny" });

  const { email, phone, username, firstName, lastName, address } = user.person;
  const personal = [email, phone, username, firstName, lastName, address.street];
  const isAbout = (row: object) =>
    [id, ...personal].some((value) => JSON.stringify(row).includes(JSON.stringify(value).slice(1, -1)));
  const left = await eventually("nothing of it waits to be delivered", async () => {
    const rows = (await rowsOf(endpoints, "accounts")).filter(
      (row) => !ofOthers.has(place(row)) && isAbout(row),
    );
    return rows.some((row) => row["type"] === "outbox-item" && row["ttl"] === undefined) ? undefined : rows;
  });
  // What was delivered is what is left: it goes by itself, the sooner if it names a contact, and names nothing else.
  expect(left.map(({ type }) => type)).toEqual(left.map(() => "outbox-item"));
  // Nobody finds it after 30 days, or 7; DynamoDB is to remove it a day later.
  const days = ({ ttl }: Record<string, unknown>) => (Number(ttl) - Date.now() / 1000) / 86_400;
  for (const item of left) {
    const text = JSON.stringify(item);
    const namesContact = text.includes(email) || text.includes(phone);
    expect(days(item)).toBeLessThanOrEqual(namesContact ? 7 + 1 : 30 + 1);
    for (const value of [username, firstName, lastName, address.street])
      expect(text.replaceAll(email, "")).not.toContain(value);
  }

  const audit = (await rowsOf(endpoints, "audit")).filter(({ accountId }) => accountId === id);
  const actions = audit
    .toSorted((a, b) => String(a["sk"]).localeCompare(String(b["sk"])))
    .map(({ action }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(["account-created", "account-linked", "exported", "deletion-begun", "key-ended"]),
  );
  expect(actions.at(-1)).toBe("account-deleted");

  const login = { login: user.person.email, password: user.person.password };
  expect(await user.call("POST", "/login", login)).toMatchObject({
    status: 401,
    body: { type: "urn:nia-link:problem:credentials-wrong" },
  });
  // Everything is free again: the same person may begin anew.
  await user.register();
  await user.logIn();
}, 400_000);
