declare const __TEST_BUILD__: boolean;

/**
 * A package around a runtime that is not the official release, which may serve an API on this computer only (docs/adr/0004). Put
 * in by vite.config.ts; outside of a bundle nothing is.
 */
export const isTestBuild = typeof __TEST_BUILD__ !== "undefined" && __TEST_BUILD__;
