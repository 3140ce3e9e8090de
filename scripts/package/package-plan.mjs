/**
 * @typedef {object} PackagePlan
 * @property {string} version
 * @property {import("electron-builder").Configuration} config what differs from electron-builder.yml
 */

/**
 * How a package is marked. Around any runtime but the official release it is a test build, by its version, its name in the menu
 * and its description; hooks.mjs has its bundles talk to loopback only.
 *
 * @param {{ kind: "override" | "official" | "fallback", version: string | undefined }} runtime
 * @param {string} version of package.json
 * @returns {PackagePlan}
 */
export function packagePlan({ kind, version: electronVersion }, version) {
  if (kind === "official") return { version, config: {} };
  const marked = testVersion(version, electronVersion);
  return {
    version: marked,
    config: {
      ...(electronVersion === undefined ? {} : { electronVersion }),
      extraMetadata: { version: marked },
      linux: {
        synopsis: "TEST BUILD of Verifik Tray, not for a real account",
        description:
          "TEST BUILD around an old Electron without security fixes, for a sandbox of Verifik's API on this computer. Not for a real account.",
        desktop: { entry: { Name: "Verifik Tray (test build)", "Name[es]": "Verifik Tray (versión de prueba)" } },
      },
    },
  };
}

/**
 * @param {string} version of the application
 * @param {string | undefined} electronVersion of the runtime, if it is known
 */
export function testVersion(version, electronVersion = "0") {
  return `${version}-test.electron${Number.parseInt(electronVersion, 10)}`;
}

/** @param {string} version */
export function isTestVersion(version) {
  return /-test\.electron\d+$/.test(version);
}
