import { expect, it } from "vitest";
import { bundledPackages } from "../../../scripts/package/bundled-packages.mjs";

it("the packages whose code is in a bundle are known, for notices and bill of materials: the window's, too", async () => {
  const names = (await bundledPackages()).map(({ name }) => name);
  const asked = ["@jellybrick/dbus-next", "electron-store", "ky", "libphonenumber-js", "preact", "valibot"];
  expect(names).toEqual(expect.arrayContaining(asked));
  expect(names).not.toContain("vite");
});
