/** All checks of `npm test`, every state of the window in both languages, and all clipboard managers. */
process.env.VERIFIK_TRAY_TEST_ALL = "1";
await import("./test.mjs");
