import { describe, expect, test } from "vitest";
import { readSource } from "./source-imports.ts";

/** The values of `name: value` lines of YAML or TypeScript, quoted or not. */
function frozenValue(source: string, name: string): string | undefined {
  return new RegExp(`^ *${name}: *"?([^",\\n]+?)"?,?$`, "m").exec(source)?.[1];
}

// Written out here and derived from nothing: the keyring's item, the user-data folder and installed packages hang on
// these. With another value everybody's token would be lost at an update.
describe("frozen for good", () => {
  test("the package is called verifik-tray and the product Verifik Tray", () => {
    expect(JSON.parse(readSource("package.json"))).toMatchObject({ name: "verifik-tray", productName: "Verifik Tray" });
  });

  test.each([
    ["packageName", "verifik-tray"],
    ["productName", "Verifik Tray"],
    ["applicationId", "io.github.verifik_tray.VerifikTray"],
    ["userDataFolder", "verifik-tray"],
  ])("main goes by the %s %s", (name, value) => {
    expect(frozenValue(readSource("main/startup/identity.ts"), name)).toBe(value);
  });

  test.each([
    ["appId", "io.github.verifik_tray.VerifikTray"],
    ["productName", "Verifik Tray"],
  ])("a package is built with the %s %s", (name, value) => {
    expect(frozenValue(readSource("electron-builder.yml"), name)).toBe(value);
  });

  test("desktops and software centres find it by the application's identifier", () => {
    const identifier = "io.github.verifik_tray.VerifikTray";
    expect(JSON.parse(readSource("package.json")).desktopName).toBe(`${identifier}.desktop`);
    const metainfo = readSource(`resources/linux/${identifier}.metainfo.xml`);
    expect(metainfo).toContain(`<id>${identifier}</id>`);
    expect(metainfo).toContain(`<launchable type="desktop-id">${identifier}.desktop</launchable>`);
    expect(frozenValue(readSource("electron-builder.yml"), "executableName")).toBe("verifik-tray");
  });

  test("the token's file is called token.json", () => {
    expect(readSource("main/storage/token-file.ts")).toContain('export const tokenFileName = "token";');
  });
});
