import { describe, expect, it } from "vitest";
import { EnvironmentInvalid, environment, functionVariables, parseEnv } from "../../lambdas/env.ts";

describe("parseEnv", () => {
  it("answers what was asked for, typed, and looks at nothing else", () => {
    const values = {
      ACCOUNTS_TABLE: "t",
      VERIFICATION_SECONDS: "300",
      REMINDER_SECONDS: "[60,10]",
      NIA: "{",
    };
    expect(parseEnv(values, ["ACCOUNTS_TABLE", "VERIFICATION_SECONDS", "REMINDER_SECONDS"])).toEqual({
      ACCOUNTS_TABLE: "t",
      VERIFICATION_SECONDS: 300,
      REMINDER_SECONDS: [60, 10],
    });
  });

  it("lets the origin secret be absent", () => {
    expect(parseEnv({}, ["ORIGIN_SECRET"])).toEqual({ ORIGIN_SECRET: undefined });
  });

  it.each([
    ["NIA", undefined, "NIA: is missing"],
    ["ACCOUNTS_TABLE", "", "ACCOUNTS_TABLE: is missing"],
    ["NIA", "{", "NIA: is not JSON"],
    ["PROVIDER", '{"name":"A"}', "PROVIDER: companyNumber Invalid input"],
    ["STUCK_SECONDS", "-1", "STUCK_SECONDS: Invalid input"],
    ["STUCK_SECONDS", "1.5", "STUCK_SECONDS: Invalid input"],
    ["ORIGIN_SECRET", "short", "ORIGIN_SECRET: Invalid input"],
  ] as const)("refuses %s = %s", (name, value, message) => {
    const read = () => parseEnv({ [name]: value }, [name]);
    expect(read).toThrow(EnvironmentInvalid);
    expect(read).toThrow(message);
  });

  it("keeps the value out of the message", () => {
    expect(() => parseEnv({ ORIGIN_SECRET: "hush" }, ["ORIGIN_SECRET"])).not.toThrow("hush");
    expect(() => parseEnv({ NIA: '{"endpoints":"hush"}' }, ["NIA"])).not.toThrow("hush");
  });
});

describe("functionVariables", () => {
  it("names every variable for some function, and none twice for one", () => {
    const lists = Object.values(functionVariables).map((names): readonly string[] => names);
    expect(new Set(lists.flat())).toEqual(new Set(Object.keys(environment)));
    for (const names of lists) expect(new Set(names).size).toBe(names.length);
  });

  it("gives the NIA key to one function alone", () => {
    const holders = Object.entries(functionVariables).filter(([, names]) =>
      (names as readonly string[]).includes("NIA_SECRET_ARN"),
    );
    expect(holders.map(([entry]) => entry)).toEqual(["tasks/nia-tasks"]);
  });
});
