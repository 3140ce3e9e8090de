// What `electron <folder>` does: an official Electron brings it along, the fallback gets this one. It takes the folder of an
// app, and no other options of Electron's command line.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as electron from "electron";

/** @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} DefaultAppSetters they are in no type */

const app = /** @type {import("electron").App & DefaultAppSetters} */ (electron.app);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
if (folder === undefined) {
  console.error("Usage: electron <folder of an app>");
  process.exit(1);
}

const appPath = resolve(folder);
const manifest = JSON.parse(readFileSync(join(appPath, "package.json"), "utf8"));
const name = manifest.productName ?? manifest.name ?? app.getName();

Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
app.setName(name);
app.setVersion(manifest.version ?? process.versions.electron);
app.setPath("userData", join(app.getPath("appData"), name));
app.setAppPath(appPath);
// Takes both kinds of modules. Electron becomes ready only when the app's own module is loaded.
await import(pathToFileURL(join(appPath, manifest.main ?? "index.js")).href);
