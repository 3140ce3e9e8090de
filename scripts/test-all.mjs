/** All checks of `npm test`, and every state of the window in both languages. */
process.env.VERIFIK_TRAY_TEST_ALL = "1";
await import("./test.mjs");
