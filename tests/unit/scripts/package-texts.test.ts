import { describe, expect, test } from "vitest";
import { reducedBill } from "../../../scripts/package/bill-of-materials.mjs";
import { controlFile } from "../../../scripts/package/debian-control.mjs";
import { copyrightFile, debianChangelog, notices } from "../../../scripts/package/notices.mjs";
import { isTestVersion, packagePlan } from "../../../scripts/package/package-plan.mjs";
import { refusal } from "../../../scripts/test-package/refusal.mjs";

describe("the mark of a package", () => {
  test("is absent around the official release", () => {
    expect(packagePlan({ kind: "official", version: "45.4.1" }, "1.2.3")).toEqual({ version: "1.2.3", config: {} });
  });

  test.each(["fallback", "override"] as const)("is that of a test build around a runtime that is %s", (kind) => {
    const { version, config } = packagePlan({ kind, version: "33.2.1" }, "1.2.3");
    expect(version).toBe("1.2.3-test.electron33");
    expect(isTestVersion(version)).toBe(true);
    expect(config.extraMetadata).toEqual({ version });
    expect(JSON.stringify(config.linux)).toMatch(/TEST BUILD.*test build.*versión de prueba/);
  });

  test.each(["1.2.3", "1.2.3-beta.1", "1.2.3-test"])("is not in %s", (version) => {
    expect(isTestVersion(version)).toBe(false);
  });
});

test("a control file has every field, and folds what is long", () => {
  const words = Array.from({ length: 30 }, () => "word").join(" ");
  const control = controlFile({
    name: "verifik-tray",
    version: "1.0~test",
    architecture: "amd64",
    maintainer: "Somebody <somebody@example.com>",
    category: "utils",
    priority: "optional",
    depends: ["one | other", "libc6"],
    recommends: [],
    homepage: "https://example.com",
    description: ` Synopsis \n ${words}`,
    installedBytes: 1025,
  });
  expect(control.split("\n")).toEqual(
    expect.arrayContaining(["Version: 1.0~test", "Installed-Size: 2", "Depends: one | other, libc6"]),
  );
  expect(control).not.toContain("Recommends");
  expect(control).toMatch(/\nDescription: Synopsis\n word .*\n word .*\n$/);
  expect(Math.max(...control.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

describe("the bill of materials", () => {
  const part = (name: string, version: string) => ({ "bom-ref": `${name}@${version}`, name, version });
  const whole = {
    metadata: { component: part("verifik-tray", "0.1.0") },
    components: [part("ky", "2.1.0"), part("vite", "8.3.8"), part("semver", "7.8.6"), part("semver", "6.3.1")],
    dependencies: [
      { ref: "verifik-tray@0.1.0", dependsOn: ["ky@2.1.0", "vite@8.3.8"] },
      { ref: "vite@8.3.8", dependsOn: ["semver@6.3.1"] },
      { ref: "ky@2.1.0" },
    ],
  };
  const runtime = [part("electron", "45.4.1")];

  test("contains the bundled packages, in their versions, and the runtime", () => {
    const bundled = [part("ky", "2.1.0"), part("semver", "7.8.6")];
    const bill = reducedBill(whole, bundled, "9.9.9", runtime);
    expect(bill.components.map((one) => one["bom-ref"])).toEqual(["ky@2.1.0", "semver@7.8.6", "electron@45.4.1"]);
    expect(bill.metadata.component.version).toBe("9.9.9");
    expect(bill.dependencies).toEqual([
      { ref: "verifik-tray@0.1.0", dependsOn: ["ky@2.1.0", "electron@45.4.1"] },
      { ref: "ky@2.1.0", dependsOn: [] },
      { ref: "electron@45.4.1", dependsOn: [] },
    ]);
  });

  test("is not made when something bundled is no dependency", () => {
    expect(() => reducedBill(whole, [part("left-pad", "1.0.0")], "9.9.9", runtime)).toThrow("left-pad@1.0.0");
  });

  test("is not made when something bundled is a dependency of development only", () => {
    const properties = [{ name: "cdx:npm:package:development", value: "true" }];
    const components = [{ ...part("vite", "8.3.8"), properties }];
    const bundled = [part("vite", "8.3.8")];
    expect(() => reducedBill({ ...whole, components }, bundled, "9.9.9", runtime)).toThrow("vite@8.3.8");
  });
});

test("the notices contain each package, its version, its licence and the licence's text", () => {
  const text = notices([
    { name: "one", version: "1.0.0", identifier: "ISC", text: "Permission\n\nTHE SOFTWARE\n" },
    { name: "other", version: "2.0.0", identifier: "MIT" },
  ]);
  expect(text).toContain("## one 1.0.0\n\nISC\n\n    Permission\n\n    THE SOFTWARE\n");
  expect(text).toContain("## other 2.0.0\n\nMIT\n\n    Its package brings no text of the licence");
});

test("Debian's copyright file and changelog are in Debian's form", () => {
  const copyright = copyrightFile(
    "MIT License\n\nCopyright (c) 2026 Somebody\n\nPermission is\ngranted\n\nTHE SOFTWARE\n",
  );
  expect(copyright).toContain(
    "Copyright: 2026 Somebody\nLicense: Expat\n Permission is\n granted\n .\n THE SOFTWARE\n",
  );
  const at = new Date(Date.UTC(2026, 10, 25, 12, 0, 0));
  expect(debianChangelog({ version: "1.0~test", maintainer: "A <a@b.c>", at })).toMatch(
    /^verifik-tray \(1\.0~test\) unstable; urgency=medium\n\n {2}\* \S+\n\n -- A <a@b\.c> {2}Wed, 25 Nov 2026 12:00:00 \+0000\n$/,
  );
});

describe("npm run test:package", () => {
  const fit = { platform: "linux", hasApt: true, isRoot: true, isInstalled: false };

  test("runs for root on a Debian without the package", () => {
    expect(refusal(fit)).toBeUndefined();
  });

  test.each([
    [{ ...fit, platform: "darwin" }, "needs Debian or Ubuntu"],
    [{ ...fit, hasApt: false }, "needs Debian or Ubuntu"],
    [{ ...fit, isRoot: false }, "sudo npm run test:package"],
    [{ ...fit, isInstalled: true }, "is installed here"],
  ])("refuses %j: %s", (host, words) => {
    expect(refusal(host)).toContain(words);
  });
});
