import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The folder of the bundles. Tests that need another build set their own. */
const out = process.env.VERIFIK_TRAY_BUILD_FOLDER ?? fileURLToPath(new URL("out", import.meta.url));
const sourceFile = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const application = sourceFile("main/application.ts");

interface ElectronBundle {
  readonly folder: "main" | "preload";
  readonly entry: Record<string, string>;
  /** Sources that are bundles of their own, and the files of those bundles. */
  readonly separate?: Record<string, string>;
  /** False for a second bundle in the same folder. */
  readonly emptyFolder?: boolean;
  /** "es" for what runs before Electron is ready (main/entry.ts). */
  readonly format?: "cjs" | "es";
}

/** A bundle for Electron's main process or its sandboxed preload. Electron itself provides `electron`. */
function electronBundle({ folder, entry, separate = {}, emptyFolder = true, format = "cjs" }: ElectronBundle) {
  const names = `[name].${format === "es" ? "mjs" : "cjs"}`;
  return {
    consumer: "server" as const,
    resolve: { noExternal: true as const, conditions: ["node"] },
    build: {
      outDir: join(out, folder),
      emptyOutDir: emptyFolder,
      minify: true,
      target: "node20",
      rolldownOptions: {
        input: entry,
        external: ["electron", /^node:/, ...Object.keys(separate)],
        output: {
          dynamicImportInCjs: false,
          format,
          entryFileNames: names,
          chunkFileNames: names,
          paths: separate,
        },
      },
    },
  };
}

export default defineConfig({
  root: "renderer",
  base: "./",
  define: {
    // Packaging sets the variable when the runtime is not the official release (scripts/package/hooks.mjs).
    __TEST_BUILD__: JSON.stringify(process.env.VERIFIK_TRAY_TEST_BUILD === "1"),
    // Only `npm run dev` has one.
    __DEV_ORIGIN__: "undefined",
  },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: join(out, "renderer"),
        emptyOutDir: true,
        target: "chrome130",
        // The page's policy allows neither data: addresses nor a second script (main/window/app-protocol.ts).
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
        },
      },
    },
    // Two bundles, not two chunks of one: a bundler may move a module of the application into the chunk that loads first.
    main: electronBundle({
      folder: "main",
      entry: { index: "main/index.ts" },
      separate: { [application]: "./application.cjs" },
    }),
    application: electronBundle({ folder: "main", entry: { application: "main/application.ts" }, emptyFolder: false }),
    entry: electronBundle({
      folder: "main",
      entry: { entry: "main/entry.ts" },
      separate: { [sourceFile("main/command-line/run-command.ts")]: "./command.mjs" },
      emptyFolder: false,
      format: "es",
    }),
    command: electronBundle({
      folder: "main",
      entry: { command: "main/command-line/run-command.ts" },
      emptyFolder: false,
      format: "es",
    }),
    preload: electronBundle({ folder: "preload", entry: { index: "preload/index.ts" } }),
  },
});
