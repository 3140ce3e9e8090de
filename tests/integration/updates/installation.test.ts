import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { looksByDefault, readInstallation } from "../../../main/updates/installation.ts";
import { StorageFolder } from "../storage/storage-folder.ts";

function installed(packageType: string | undefined, isPackaged = true) {
  const resources = new StorageFolder();
  if (packageType !== undefined) resources.write("package-type", packageType);
  return readInstallation(isPackaged, resources.path);
}

describe("newer versions are looked for by default", () => {
  test("where somebody downloaded the program: AppImage, tar.gz, installer, disk image", () => {
    expect(installed(undefined)).toBe("download");
    expect(looksByDefault("download")).toBe(true);
  });

  test.each(["deb", "rpm", "pacman", "deb\n", "of another system"])(
    "but not where a package manager brings them: %j",
    (packageType) => {
      expect(installed(packageType)).toBe("package-manager");
      expect(looksByDefault("package-manager")).toBe(false);
    },
  );

  test("and not from the sources, whatever lies beside the runtime that they run on", () => {
    expect(installed(undefined, false)).toBe("sources");
    expect(installed("deb", false)).toBe("sources");
    expect(looksByDefault("sources")).toBe(false);
  });
});

test("a resources folder that is not there, or an empty file, names no package manager", () => {
  expect(readInstallation(true, join(new StorageFolder().path, "nowhere"))).toBe("download");
  expect(installed("\n")).toBe("download");
});
