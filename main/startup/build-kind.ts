declare const __TEST_BUILD__: boolean;

/**
 * Whether this is a test build: a package around an unofficial runtime, which may use an API on this computer only
 * (docs/adr/0004). vite.config.ts sets the constant; unbundled code, as in unit tests, has none.
 */
export const isTestBuild = typeof __TEST_BUILD__ !== "undefined" && __TEST_BUILD__;
