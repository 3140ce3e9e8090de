import { defineConfig } from "@playwright/test";
import { electronBinary } from "./desktop-lab/app/electron-binary.ts";

// Found once, for all workers.
process.env.VERIFIK_TRAY_ELECTRON ??= electronBinary();

// Drawn and printed once, for all workers, so that a failure can be seen again.
if (!process.env.VERIFIK_TRAY_SEED) {
  process.env.VERIFIK_TRAY_SEED = String(Math.floor(Math.random() * 1e6));
  console.error(`VERIFIK_TRAY_SEED=${process.env.VERIFIK_TRAY_SEED}`);
}

export default defineConfig({
  projects: [
    { name: "e2e", testDir: "tests/e2e" },
    // scripts/test-trust.mjs runs it, as an ordinary user.
    {
      name: "trust",
      testDir: "tests/trust/app",
      timeout: (process.env.VERIFIK_TRAY_TRUST === "full" ? 30 : 4) * 60_000,
    },
    // scripts/test-package.mjs runs it, as an ordinary user. Each test goes on where the one before it ended.
    {
      name: "package",
      testDir: "tests/package",
      timeout: 5 * 60_000,
      fullyParallel: false,
    },
  ],
  outputDir: "test-results",
  fullyParallel: true,
  // Twice the two cores: a test waits half of its time.
  workers: 4,
  // A flaky test is a defect; it is not run until it passes.
  retries: 0,
  forbidOnly: true,
  // `npm run test:all` runs each state of the window in each language, `npm test` some of them.
  ...(process.env.VERIFIK_TRAY_TEST_ALL ? {} : { grepInvert: /@all/ }),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
});
