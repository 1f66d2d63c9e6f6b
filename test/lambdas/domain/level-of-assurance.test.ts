import { describe, expect, it } from "vitest";
import type { AuthenticatorState } from "../../../lambdas/domain/authenticator.ts";
import {
  classOf,
  type Comparison,
  type LevelOfAssurance,
  levelOf,
  levelsOfAssurance,
  reachedLevel,
  requiredByDefault,
  satisfies,
} from "../../../lambdas/domain/level-of-assurance.ts";

const [low, substantial, high] = [classOf("low"), classOf("substantial"), classOf("high")];
const other = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

describe("the level of a class", () => {
  it.each(levelsOfAssurance)("%s", (level) => {
    expect(levelOf(classOf(level))).toBe(level);
  });

  it.each([
    ["of another authority", "http://eidas.example/LoA/high"],
    ["that only begins right", "http://eidas.europa.eu/LoA/high/"],
    ["in other case", "http://eidas.europa.eu/LoA/High"],
    ["with something in front", " http://eidas.europa.eu/LoA/high"],
    ["of a password", other],
    ["that is empty", ""],
  ])("none of a class %s", (_, contextClass) => {
    expect(levelOf(contextClass)).toBeUndefined();
  });
});

describe("the level of a login", () => {
  it.each<[LevelOfAssurance, LevelOfAssurance, AuthenticatorState, LevelOfAssurance | undefined]>([
    ["high", "substantial", "active", "substantial"],
    ["substantial", "high", "active", "substantial"],
    ["substantial", "substantial", "active", "substantial"],
    ["low", "high", "active", "low"],
    ["high", "low", "active", "low"],
    ["high", "high", "active", "high"],
    ["high", "high", "suspended", undefined],
    ["high", "high", "ended", undefined],
  ])("identity %s, key %s, %s at NIA: %s", (identity, key, state, expected) => {
    expect(reachedLevel({ identity, key, state })).toBe(expected);
  });
});

describe("what is asked for", () => {
  it.each<[Comparison, string[], LevelOfAssurance[]]>([
    ["exact", [low], ["low"]],
    ["exact", [substantial], ["substantial"]],
    ["exact", [high, substantial], ["substantial", "high"]],
    ["exact", [other, substantial], ["substantial"]],
    ["exact", [other], []],
    ["exact", [], []],
    ["minimum", [low], ["low", "substantial", "high"]],
    ["minimum", [substantial], ["substantial", "high"]],
    ["minimum", [high], ["high"]],
    ["minimum", [high, substantial], ["substantial", "high"]],
    ["minimum", [other, high], ["high"]],
    ["minimum", [other], []],
    ["better", [low], ["substantial", "high"]],
    ["better", [substantial], ["high"]],
    ["better", [low, substantial], ["high"]],
    ["better", [high], []],
    ["better", [other, low], []],
    ["better", [other], []],
    ["maximum", [low], ["low"]],
    ["maximum", [substantial], ["low", "substantial"]],
    ["maximum", [high], ["low", "substantial", "high"]],
    ["maximum", [low, substantial], ["low", "substantial"]],
    ["maximum", [other, low], ["low"]],
    ["maximum", [other], []],
  ])("%s %j is satisfied by %j", (comparison, classes, expected) => {
    const request = { comparison, classes };
    expect(levelsOfAssurance.filter((level) => satisfies(level, request))).toEqual(expected);
  });

  it("is substantial where nothing is said", () => {
    expect(levelsOfAssurance.filter((level) => satisfies(level, requiredByDefault))).toEqual([
      "substantial",
      "high",
    ]);
  });
});
