import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemPython } from "../../../local/emulator/environment.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nia-link-python-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A program of this name that says this version, whatever it is asked. */
const install = (name: string, version: string) =>
  writeFile(join(folder, name), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });

describe("The machine's Python", () => {
  it("is asked for in one sentence when there is none", async () => {
    await expect(systemPython(folder)).rejects.toThrow(
      "Python 3.10 or newer is needed for the local AWS emulator, and no python3 was found on the PATH.",
    );
  });

  it("is refused when it is too old, with what was found", async () => {
    await install("python3", "3.9.2");
    await install("python", "2.7.18");
    await expect(systemPython(folder)).rejects.toThrow(
      "Python 3.10 or newer is needed for the local AWS emulator; found only 3.9.2, 2.7.18.",
    );
  });

  it.each([
    [{ python3: "3.10.0" }, "python3"],
    [{ python3: "3.9.2", "python3.12": "3.12.4" }, "python3.12"],
    [{ python: "3.13.1" }, "python"],
  ])("of %j is taken by the name %s", async (installed, expected) => {
    for (const [name, version] of Object.entries(installed)) await install(name, version);
    expect(await systemPython(folder)).toBe(expected);
  });
});
