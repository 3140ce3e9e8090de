import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Two cores, and each desktop test brings up an X server and an Electron of its own.
    maxWorkers: 2,
    // For a machine that has other things to do: what these tests wait for comes in a second or never.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: "checks", include: ["tests/{unit,contract,integration,desktop-lab}/**/*.test.ts"] },
      },
      // scripts/test-trust.mjs runs it, as an ordinary user.
      { extends: true, test: { name: "trust", include: ["tests/trust/node/**/*.test.ts"] } },
    ],
  },
});
