import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import chromiumFromNpm from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const packageFolder = join(import.meta.dirname, "../../../node_modules/@sparticuz/chromium/bin");
const libraries = join(import.meta.dirname, "../../../node_modules/.cache/nia-link/chromium-libraries");

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

/** The libraries that a plain machine lacks; the package unpacks them inside Lambda only. */
const unpackLibraries = (): string => {
  const folder = join(libraries, "lib");
  if (existsSync(folder)) return folder;
  mkdirSync(libraries, { recursive: true });
  const tar = join(libraries, "al2023.tar");
  writeFileSync(tar, brotliDecompressSync(readFileSync(join(packageFolder, "al2023.tar.br"))));
  execFileSync("tar", ["-xf", tar, "-C", libraries]);
  return folder;
};

const flags = [
  "--no-sandbox",
  "--headless=shell",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of the machine where it has one, else the one from npm. */
export const launch = async (): Promise<Browser> => {
  if (installed !== undefined) return await chromium.launch({ executablePath: installed, args: flags });
  const executablePath = await chromiumFromNpm.executablePath();
  const LD_LIBRARY_PATH = unpackLibraries();
  return await chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, LD_LIBRARY_PATH } as Record<string, string>,
  });
};
