// What `electron <folder>` does: an official Electron brings it along, the fallback gets this one. It takes the folder of an
// app whose main is CommonJS, and no other options of Electron's command line.
const { join, resolve } = require("node:path");

/** @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} DefaultAppSetters they are in no type */

const app = /** @type {import("electron").App & DefaultAppSetters} */ (require("electron").app);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (folder === undefined) {
  console.error("Usage: electron <folder of an app>");
  process.exit(1);
}

const appPath = resolve(folder);
const manifest = require(join(appPath, "package.json"));
const name = manifest.productName ?? manifest.name ?? app.getName();

Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
app.setName(name);
app.setVersion(manifest.version ?? process.versions.electron);
app.setPath("userData", join(app.getPath("appData"), name));
app.setAppPath(appPath);
require(join(appPath, manifest.main ?? "index.js"));
