import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { bundleFunctions, writeTrust } from "../lib/bundle.ts";
import { HouseChecks } from "../lib/nag.ts";
import { buildStacks } from "../lib/stacks.ts";
import { readStage } from "../lib/stage.ts";

const project = join(import.meta.dirname, "..");
const app = new App();
const stage = readStage(app.node);
const folders = bundleFunctions({ out: join(app.outdir, "bundles") });
writeTrust(folders, stage.settings);
buildStacks(app, stage, { folders, webFolder: join(project, "web/dist") });
if (stage.name !== "local") Validations.of(app).addPlugins(new HouseChecks(app));
app.synth();
