import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeModels } from "../../../../lambdas/adapters/dynamodb/models.ts";
import { MetadataRollback } from "../../../../lambdas/domain/errors.ts";
import type { AuthenticatorModel, ModelIcon } from "../../../../lambdas/services/ports/fido.ts";
import { catalogueTable } from "../../../support/catalogue-table.ts";

const model = (key: string, over: Partial<AuthenticatorModel> = {}): AuthenticatorModel => ({
  key,
  name: `Key ${key}`,
  vendor: "Vendor",
  level: "FIDO_CERTIFIED_L1",
  anchors: ["MIIB"],
  attestationTypes: ["basic_full"],
  transports: ["usb"],
  kind: "hardware",
  userVerification: ["passcode_external"],
  metadataNo: 7,
  ...over,
});
const next = "2027-01-01";
const checkedAt = "2026-11-23T04:00:00.000Z";

describe("Models", () => {
  const dynamo = mockClient(DynamoDBDocumentClient);
  let table: ReturnType<typeof catalogueTable>;
  const models = makeModels(dynamo as unknown as DynamoDBDocumentClient, "catalogue");
  const replace = async (
    no: number,
    nextUpdate: string,
    list: AuthenticatorModel[],
    icons: ModelIcon[] = [],
  ) => models.replace({ no, nextUpdate, models: list, icons, skipped: [] }, checkedAt);
  beforeEach(() => {
    dynamo.reset();
    table = catalogueTable(dynamo);
  });

  it("are empty at first", async () => {
    expect(await models.current()).toBeUndefined();
    expect(await models.find("a")).toBeUndefined();
    expect(await models.certified()).toEqual([]);
  });

  it("are found by key after a replacement", async () => {
    await replace(7, next, [model("a"), model("b", { level: "NOT_FIDO_CERTIFIED" })]);
    expect(await models.current()).toEqual({ no: 7, nextUpdate: next, checkedAt });
    expect(await models.find("a")).toEqual(model("a"));
    expect(await models.find("b")).toEqual(model("b", { level: "NOT_FIDO_CERTIFIED" }));
    expect(await models.find("c")).toBeUndefined();
  });

  it("list the certified without anchors", async () => {
    await replace(7, next, [
      model("a"),
      model("b", { level: "NOT_FIDO_CERTIFIED" }),
      model("c", { level: "FIDO_CERTIFIED" }),
      model("d", { level: "FIDO_CERTIFIED_L3", disqualifiedBy: "REVOKED" }),
      model("e", { level: "FIDO_CERTIFIED_L2plus", levelDate: "2026-01-01" }),
    ]);
    const { anchors: _anchors, ...listed } = model("a");
    const certified = await models.certified();
    expect(certified.map(({ key }) => key)).toEqual(["a", "e"]);
    expect(certified[0]).toEqual(listed);
  });

  it("have their icons apart, each once", async () => {
    const icon: ModelIcon = { name: "abc", mediaType: "image/png", base64: "AAAA" };
    await replace(7, next, [model("a", { icon: "abc" }), model("b", { icon: "abc" })], [icon]);
    expect(await models.icon("abc")).toEqual(icon);
    expect(await models.icon("abd")).toBeUndefined();
    expect((await models.certified()).map((listed) => listed.icon)).toEqual(["abc", "abc"]);
    expect(JSON.stringify(await models.certified())).not.toContain("AAAA");
  });

  it("list a U2F model once, and each AAGUID", async () => {
    const [one, other] = ["aaaa", "bbbb"].map((key) => model(key.repeat(10), { name: "U2F key" }));
    const later = model("cccc".repeat(10), { name: "U2F key", level: "FIDO_CERTIFIED_L2" });
    const twins = ["1-1", "2-2"].map((key) => model(key, { name: "FIDO2 key" }));
    await replace(
      7,
      next,
      [one, other, later, ...twins].filter((each) => each !== undefined),
    );
    const keys = (await models.certified()).map(({ key }) => key);
    expect(keys).toEqual([one?.key, later.key, "1-1", "2-2"]);
  });

  it("are no longer found when a later BLOB leaves them out", async () => {
    await replace(7, next, [model("a"), model("b")]);
    await replace(8, next, [model("b", { metadataNo: 8 })]);
    expect(await models.find("a")).toBeUndefined();
    expect(await models.find("b")).toMatchObject({ metadataNo: 8 });
    expect((await models.certified()).map(({ key }) => key)).toEqual(["b"]);
  });

  it("take the same number again", async () => {
    await replace(7, next, [model("a")]);
    await replace(7, "2027-02-01", [model("a", { name: "Renamed" })]);
    expect(await models.current()).toEqual({ no: 7, nextUpdate: "2027-02-01", checkedAt });
    expect(await models.certified()).toMatchObject([{ name: "Renamed" }]);
  });

  it("refuse a number that goes back, and change nothing", async () => {
    await replace(8, next, [model("a", { metadataNo: 8 })]);
    const before = structuredClone(table.items());
    await expect(replace(7, next, [model("a"), model("b")])).rejects.toThrow(MetadataRollback);
    expect(table.items()).toEqual(before);
  });

  it("refuse a number that goes back while they are being written", async () => {
    table.beforePut = () => table.put({ pk: "METADATA", sk: "CURRENT", no: 9, nextUpdate: next });
    await expect(replace(8, next, [model("a", { metadataNo: 8 })])).rejects.toThrow(MetadataRollback);
    expect(await models.current()).toMatchObject({ no: 9 });
  });

  it("stay as they were for readers until the number is written", async () => {
    await replace(7, next, [model("a")]);
    table.beforePut = () => {
      throw new Error("the process dies");
    };
    const later = [model("a", { metadataNo: 8, level: "FIDO_CERTIFIED_L2" }), model("b", { metadataNo: 8 })];
    await expect(replace(8, next, later)).rejects.toThrow("dies");
    expect(await models.current()).toMatchObject({ no: 7 });
    expect((await models.certified()).map(({ key, level }) => [key, level])).toEqual([
      ["a", "FIDO_CERTIFIED_L1"],
    ]);
  });

  it("keep the list in items of at most 300 kB, read in one round trip, and leave no old ones", async () => {
    const many = Array.from({ length: 900 }, (_, index) => model(`${index}-`, { name: "x".repeat(600) }));
    await replace(7, next, many);
    await replace(
      8,
      next,
      many.map((one) => ({ ...one, metadataNo: 8 })),
    );
    const chunks = table.items().filter(({ sk }) => String(sk).startsWith("CERTIFIED#"));
    expect(chunks.map(({ sk }) => sk)).toEqual(["CERTIFIED#8#0", "CERTIFIED#8#1", "CERTIFIED#8#2"]);
    expect(Math.max(...chunks.map((chunk) => JSON.stringify(chunk).length))).toBeLessThan(310_000);

    dynamo.resetHistory();
    expect(await models.certified()).toHaveLength(900);
    expect(dynamo.calls()).toHaveLength(1);
  });

  it("need one round trip for each question", async () => {
    await replace(7, next, [model("a")]);
    dynamo.resetHistory();
    await models.current();
    await models.find("a");
    expect([dynamo.commandCalls(GetCommand).length, dynamo.commandCalls(TransactGetCommand).length]).toEqual([
      1, 1,
    ]);
    expect(dynamo.calls()).toHaveLength(2);
  });

  it("are written in batches, the number last", async () => {
    await replace(
      7,
      next,
      Array.from({ length: 60 }, (_, index) => model(`${index}`)),
    );
    const names = dynamo.calls().map(({ firstArg }) => (firstArg as object).constructor.name);
    expect(names).toEqual([
      QueryCommand.name,
      ...Array.from({ length: 4 }, () => BatchWriteCommand.name),
      PutCommand.name,
    ]);
  });
});
