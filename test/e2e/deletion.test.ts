import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anOffice, niaHolds } from "./support/outside-world.ts";
import { aProduct, type TestProduct } from "./support/product.ts";
import { aUser, eventually } from "./support/user.ts";

let product: TestProduct;

beforeAll(async () => {
  product = await aProduct(24_400, { settings: { durations: { deletion: "PT40S" } } });
}, 600_000);
afterAll(async () => {
  await product.stop();
});

const rowsOf = async (table: string): Promise<Record<string, unknown>[]> => {
  const { emulator: endpoint, region } = product.endpoints;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: table }));
  client.destroy();
  expect(LastEvaluatedKey).toBeUndefined();
  return Items;
};

it("of a linked account waits, can be cancelled, ends the record at NIA, and leaves audit events only", async () => {
  const { endpoints } = product;
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

  await user.message(user.person.email, /Váš účet je smazán/u);
  await eventually("the account's rows gone", async () => {
    await anOffice(endpoints).run("deleteAccounts");
    const left = (await rowsOf(endpoints.tables.accounts)).filter(({ pk }) => pk === `ACCOUNT#${id}`);
    return left.length === 0 ? true : undefined;
  });
  const [after] = await niaHolds(endpoints, resident);
  expect(after).toMatchObject({ id: before?.id, state: "Ukonceny" });

  const rows = await rowsOf(endpoints.tables.accounts);
  const bound = rows.filter(({ type, accountId }) => accountId === id && type !== "outbox-item");
  expect(bound.map(({ pk }) => pk)).toEqual([]);
  // What is delivered and names a contact goes by itself within days, long before any real deletion is due.
  const text = JSON.stringify(rows.filter(({ type }) => type !== "outbox-item"));
  for (const personal of [user.person.email, user.person.phone, user.person.username])
    expect(text).not.toContain(personal);

  const audit = (await rowsOf(endpoints.tables.audit)).filter(({ accountId }) => accountId === id);
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
