import { join } from "node:path";
import { createBuilder } from "vite";
import { projectFolder } from "../project-folder.mjs";

const fileName = "licenses.json";

/** @type {Map<string, import("./bundled-packages.mjs").BundledPackage>} */
const packages = new Map();
const builder = await createBuilder({
  configFile: join(projectFolder, "vite.config.ts"),
  logLevel: "error",
  build: { write: false, license: { fileName } },
});
for (const environment of Object.values(builder.environments)) {
  const built = await builder.build(environment);
  if (!("output" in built)) throw new Error("The build gave no output.");
  const licenses = built.output.find((file) => file.fileName === fileName);
  if (licenses?.type !== "asset") throw new Error(`The bundle ${environment.name} tells no licences.`);
  for (const one of JSON.parse(String(licenses.source))) packages.set(`${one.name}@${one.version}`, one);
}
console.log(JSON.stringify([...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))));
