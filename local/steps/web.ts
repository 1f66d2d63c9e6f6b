import { existsSync } from "node:fs";
import { join } from "node:path";
import { project, runCommand } from "./command.ts";

export const webFolder = join(project, "web/dist");

/** Builds the web app. */
export const buildWeb = async (runFolder: string, signal?: AbortSignal): Promise<void> => {
  if (!existsSync(join(project, "web/index.html"))) return;
  await runCommand("The web app could not be built", {
    run: ["vite", "build", "web"],
    logFile: join(runFolder, "web.log"),
    signal,
  });
};
