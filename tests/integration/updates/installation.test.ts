import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checksByDefault, readInstallation } from "../../../main/updates/installation.ts";
import { StorageFolder } from "../storage/storage-folder.ts";

function installed(packageType: string | undefined, isPackaged = true) {
  const resources = new StorageFolder();
  if (packageType !== undefined) resources.write("package-type", packageType);
  return readInstallation(isPackaged, resources.path);
}

describe("the update check", () => {
  test("is on by default for a download: AppImage, tar.gz, installer, disk image", () => {
    expect(installed(undefined)).toBe("download");
    expect(checksByDefault("download")).toBe(true);
  });

  test.each(["deb", "rpm", "pacman", "deb\n", "of another system"])(
    "is off by default if a package manager installed the program: package-type %j",
    (packageType) => {
      expect(installed(packageType)).toBe("package-manager");
      expect(checksByDefault("package-manager")).toBe(false);
    },
  );

  test("is off by default for the sources, whatever lies beside their runtime", () => {
    expect(installed(undefined, false)).toBe("sources");
    expect(installed("deb", false)).toBe("sources");
    expect(checksByDefault("sources")).toBe(false);
  });
});

test("a missing resources folder and an empty package-type do not name a package manager", () => {
  expect(readInstallation(true, join(new StorageFolder().path, "nowhere"))).toBe("download");
  expect(installed("\n")).toBe("download");
});
