import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Where the bundles go; a test that needs another build has a folder of its own. */
const out = process.env.VERIFIK_TRAY_BUILD_FOLDER ?? fileURLToPath(new URL("out", import.meta.url));

interface ElectronBundle {
  readonly folder: string;
  readonly entry: Record<string, string>;
  /** The source that is a bundle of its own, loaded later, and that bundle's file. */
  readonly loadedLater?: { readonly source: string; readonly bundle: string };
  /** It shares its folder with a bundle that was built before. */
  readonly besideAnother?: boolean;
}

/** Runs in Electron's main process or in the sandboxed preload: CommonJS in one file, with `electron` built in. */
function electronBundle({ folder, entry, loadedLater, besideAnother = false }: ElectronBundle) {
  return {
    consumer: "server" as const,
    resolve: { noExternal: true as const, conditions: ["node"] },
    build: {
      outDir: join(out, folder),
      emptyOutDir: !besideAnother,
      minify: true,
      target: "node20",
      rolldownOptions: {
        input: entry,
        external: ["electron", /^node:/, ...(loadedLater ? [loadedLater.source] : [])],
        output: {
          dynamicImportInCjs: false,
          format: "cjs" as const,
          entryFileNames: "[name].cjs",
          chunkFileNames: "[name].cjs",
          ...(loadedLater && { paths: { [loadedLater.source]: loadedLater.bundle } }),
        },
      },
    },
  };
}

export default defineConfig({
  root: "renderer",
  base: "./",
  // Set by `npm run package` around a runtime that is not the official release.
  define: { __TEST_BUILD__: JSON.stringify(process.env.VERIFIK_TRAY_TEST_BUILD === "1") },
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
    // Two bundles, not two chunks of one: nothing that only the application needs can slip in before the icon.
    main: electronBundle({
      folder: "main",
      entry: { index: "main/index.ts" },
      loadedLater: {
        source: fileURLToPath(new URL("main/application.ts", import.meta.url)),
        bundle: "./application.cjs",
      },
    }),
    application: electronBundle({
      folder: "main",
      entry: { application: "main/application.ts" },
      besideAnother: true,
    }),
    preload: electronBundle({ folder: "preload", entry: { index: "preload/index.ts" } }),
  },
});
