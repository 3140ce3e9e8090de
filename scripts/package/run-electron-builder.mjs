import { writeFileSync } from "node:fs";
import { build, Platform } from "electron-builder";
import { projectFolder } from "../project-folder.mjs";

/** For this system, with what differs from electron-builder.yml; writes the list of the files to `result`. */
const { config, targets, result } = JSON.parse(process.argv[2] ?? "");

try {
  const artifacts = await build({
    targets: Platform.current().createTarget(targets),
    projectDir: projectFolder,
    publish: "never",
    config,
  });
  writeFileSync(result, JSON.stringify(artifacts));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
