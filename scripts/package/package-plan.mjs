/**
 * @typedef {object} PackagePlan what is built, and as what
 * @property {boolean} isTestBuild around a runtime that is not the official release
 * @property {string} version
 * @property {import("electron-builder").Configuration} config what differs from electron-builder.yml
 */

/**
 * Whatever is not built around the official release is a test build, by its version, its name in the menu and its description, and
 * talks to loopback only.
 *
 * @param {{ kind: "override" | "official" | "fallback", version: string | undefined }} runtime
 * @param {string} version of package.json
 * @returns {PackagePlan}
 */
export function packagePlan({ kind, version: electronVersion = "0.0.0" }, version) {
  if (kind === "official") return { isTestBuild: false, version, config: {} };
  const marked = `${version}-test.electron${Number.parseInt(electronVersion, 10)}`;
  return {
    isTestBuild: true,
    version: marked,
    config: {
      electronVersion,
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
