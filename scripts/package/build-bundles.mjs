import { rmSync } from "node:fs";
import { join } from "node:path";
import { createBuilder } from "vite";
import { projectFolder } from "../project-folder.mjs";

/** Builds the bundles and prints, as JSON, the npm packages that Vite found in them: see bundles.mjs, which runs this. */
const fileName = "licenses.json";

/** @type {Map<string, import("./bundles.mjs").BundledPackage>} */
const packages = new Map();
const builder = await createBuilder({
  configFile: join(projectFolder, "vite.config.ts"),
  logLevel: "error",
  build: { license: { fileName } },
});
for (const environment of Object.values(builder.environments)) {
  const built = await builder.build(environment);
  if (!("output" in built)) throw new Error("The build gave no output.");
  const licenses = built.output.find((file) => file.fileName === fileName);
  if (licenses?.type !== "asset") throw new Error(`Vite wrote no list of licences for the bundle ${environment.name}.`);
  for (const one of JSON.parse(String(licenses.source))) packages.set(`${one.name}@${one.version}`, one);
  rmSync(join(environment.config.build.outDir, fileName));
}
console.log(JSON.stringify([...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))));
