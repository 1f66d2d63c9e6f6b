import { describe, expect, it } from "vitest";
import {
  readChanged,
  authenticatorChange,
} from "../../../../../lambdas/adapters/nia/transactions/change-authenticator.ts";
import { identification, readIdentified } from "../../../../../lambdas/adapters/nia/transactions/identify.ts";
import {
  readSubmitted,
  type Answer,
  type Transaction,
} from "../../../../../lambdas/adapters/nia/transactions/submit.ts";
import {
  authenticatorWriting,
  readWritten,
} from "../../../../../lambdas/adapters/nia/transactions/write-authenticator.ts";
import { actions } from "../../../../../lambdas/adapters/nia/wire/names.ts";
import { openReply } from "../../../../../lambdas/adapters/nia/wire/reply.ts";
import { hasShared } from "../../../../support/shared.ts";
import { shared } from "../support/recorded.ts";

/** Opens a reply of NIA's test environment as of its own time. */
const open = (file: string) => {
  const text = shared(`replies/${file}`);
  return openReply(Buffer.from(text), {
    messageId: /RelatesTo>([^<]+)/.exec(text)?.[1] ?? "",
    action: actions.submitted,
    now: Date.parse(/Created>([^<]+)/.exec(text)?.[1] ?? ""),
    skewSeconds: 300,
  });
};
const read = <T>(file: string, transaction: Transaction, reading: (answer: Answer) => T): T | undefined => {
  const { content } = open(file);
  return content && reading(readSubmitted(content, transaction));
};

describe.skipIf(!hasShared)("replies of NIA's test environment", () => {
  it("Sub_response: a person", () => {
    expect(read("Sub_response.xml", identification, readIdentified)).toEqual({
      pseudonym: "1d71ff1a-d732-4485-a8dc-ad4c42a8a739",
      firstName: "DANIEL",
      lastName: "KAŠPÁREK",
      addressPlaceCode: "4825055",
      birthDate: "1988-05-21",
      correlationId: "F6F1004EBE5F401F90535F9D2176835A",
    });
  });

  it("write_vip: a record was written", () => {
    expect(read("write_vip.xml", authenticatorWriting, readWritten)).toEqual({
      outcome: "registered",
      correlationId: "ACDCC5DBAF6E40A780601469B93E3F93",
    });
  });

  it("change_vip_err: there is no such record", () => {
    expect(read("change_vip_err.xml", authenticatorChange, readChanged)).toEqual({
      outcome: "no-such-record",
      correlationId: "0DEA2B10F8EB4EA38E832FDD7148C0C1",
    });
  });

  it("Err_response: a fault", () => {
    expect(open("Err_response.xml")).toMatchObject({
      fault: {
        gateway: false,
        receiver: true,
        subcode: {
          namespace: "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher",
          name: "InternalServiceFault",
        },
      },
    });
  });

  it("is not taken for the reply to another transaction", () => {
    expect(() => read("write_vip.xml", authenticatorChange, readChanged)).toThrow("Class");
  });
});
