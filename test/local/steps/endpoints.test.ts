import { describe, expect, it } from "vitest";
import { endpointsOf } from "../../../local/steps/endpoints.ts";

const addresses = {
  web: "http://localhost:8080",
  inbox: "http://127.0.0.1:8484",
  emulator: "http://127.0.0.1:4566",
  region: "eu-central-1",
};
const outputs = {
  ApiId: "abcd1234",
  AccountsTable: "accounts-1",
  AuditTable: "audit-1",
  CatalogueTable: "catalogue-1",
  ArchiveBucket: "archive-1",
  LinkMachineArn: "arn:link",
  UnlinkMachineArn: "arn:unlink",
  SyncMachineArn: "arn:sync",
  PollDataBoxFunction: "poll-1",
};

describe("The endpoints of a product", () => {
  it("join the addresses with what the stacks say", () => {
    expect(endpointsOf({ ...addresses, nia: "http://127.0.0.1:8481" }, outputs)).toEqual({
      ...addresses,
      nia: "http://127.0.0.1:8481",
      api: "http://localhost:8080/api",
      apiHost: "abcd1234.execute-api.localhost",
      tables: { accounts: "accounts-1", audit: "audit-1", catalogue: "catalogue-1" },
      archiveBucket: "archive-1",
      machines: { link: "arn:link", unlink: "arn:unlink", sync: "arn:sync" },
      functions: { pollDataBox: "poll-1" },
    });
  });

  it("name the output that is missing", () => {
    const { ApiId: _missing, ...others } = outputs;
    expect(() => endpointsOf(addresses, others)).toThrow("do not say their ApiId");
  });
});
