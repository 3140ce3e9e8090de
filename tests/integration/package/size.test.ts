import { statSync } from "node:fs";
import { listPackage } from "@electron/asar";
import { expect, test } from "vitest";
import { withPackedApp } from "../../../scripts/package/packed-app.mjs";

// Growing past it is a decision, not an accident. Runs after a build.
const mostBytes = 900_000;

test("app.asar holds only what is built, and stays small", { timeout: 120_000 }, async () => {
  const { bytes, files } = await withPackedApp((file) => ({
    bytes: statSync(file).size,
    files: listPackage(file, { isPack: false }).filter((path) => /\.\w+$|LICENSE$/.test(path)),
  }));
  const own = /^\/(LICENSE|package\.json|out\/(main|preload|renderer)\/[\w-]+\.(cjs|js|css|html))$/;
  const picture = /^\/resources\/(icon-256|tray\/(absent|valid|expires-soon|expired))\.png$/;
  expect(files.filter((path) => !own.test(path) && !picture.test(path))).toEqual([]);
  expect(files).toContain("/out/main/index.cjs");
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
