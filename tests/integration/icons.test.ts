import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { iconFiles } from "../../scripts/icon-files.ts";
import { projectFolder } from "../../scripts/project-folder.mjs";

let drawn: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  drawn = await iconFiles();
});

describe("icons", () => {
  it("are committed as `npm run icons` draws them", async () => {
    for (const [path, bytes] of drawn) {
      const committed = await readFile(join(projectFolder, path));
      expect(committed.equals(bytes), `${path} differs: npm run icons`).toBe(true);
    }
  });

  it("leave no image in resources that is no longer drawn", async () => {
    const present = await readdir(join(projectFolder, "resources"), { recursive: true });
    const images = present.filter((name) => name.endsWith(".png")).map((name) => `resources/${name}`);
    expect(images.sort()).toEqual([...drawn.keys()].filter((path) => path.endsWith(".png")).sort());
  });

  it.each(["", "-windows", "Template"])("tell the states apart (%j)", (suffix) => {
    const images = ["absent", "valid", "expires-soon", "expired"].map((state) =>
      Buffer.from(drawn.get(`resources/tray/${state}${suffix}.png`) ?? "").toString("base64"),
    );
    expect(new Set(images).size).toBe(4);
    expect(images).not.toContain("");
  });
});
