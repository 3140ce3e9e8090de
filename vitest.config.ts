import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{unit,contract,integration,desktop}/**/*.test.ts"],
    // Two cores, and each desktop test brings up an X server and an Electron of its own.
    maxWorkers: 2,
  },
});
