import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { iconFiles } from "../../../scripts/icons/icon-files.ts";
import { IconSource, type IconState, iconStates } from "../../../scripts/icons/icon-source.ts";
import { projectFolder } from "../../../scripts/project-folder.mjs";
import { contrast, rgbOf, shownOn } from "./icon-contrast.ts";

/** Panel colours: white, Adwaita light and dark, and a darker one. */
const panels = { white: "#ffffff", light: "#f6f5f4", dark: "#353535", darker: "#1e1e1e" };

/** WCAG 2's minimum for graphics that carry a meaning. */
const leastContrast = 3;

const pairs = iconStates.flatMap((one, index) => iconStates.slice(index + 1).map((other) => [one, other] as const));

let source: IconSource;
let drawn: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  source = await IconSource.read();
  drawn = await iconFiles();
});

describe("the icons' files", () => {
  it("are committed as `npm run icons` draws them", async () => {
    for (const [path, bytes] of drawn) {
      const committed = await readFile(join(projectFolder, path));
      expect(committed.equals(bytes), `${path} differs: npm run icons`).toBe(true);
    }
  });

  it("are all the images in resources, besides their source", async () => {
    const present = await readdir(join(projectFolder, "resources"), { recursive: true, withFileTypes: true });
    const names = present
      .filter((entry) => /\.(png|ico|icns|svg)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name));
    const expected = ["resources/icons.svg", ...[...drawn.keys()].filter((path) => path.startsWith("resources/"))];
    expect(names.sort()).toEqual(expected.map((path) => join(projectFolder, path)).sort());
  });

  it.each(iconStates)("have the sizes of each system (%s)", (state) => {
    const width = (name: string) => pngWidth(fileOf(name));
    // Electron sends Linux panels only one image, so it needs the pixels of 32 points at 3x.
    expect(width(`${state}.png`)).toBe(96);
    expect(width(`${state}-dark-panel.png`)).toBe(96);
    const scales = ["", "@2x", "@3x"];
    expect(scales.map((scale) => width(`${state}Template${scale}.png`))).toEqual([16, 32, 48]);
    expect(icoWidths(fileOf(`${state}.ico`))).toEqual([16, 20, 24, 28, 32, 36, 40, 48, 56, 64]);
  });
});

describe("the application's icon", () => {
  it("has the sizes of each system", () => {
    expect(icoWidths(bytesOf("resources/icon.ico"))).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    expect(icnsWidths(bytesOf("resources/icon.icns"))).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
    for (const width of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
      expect(pngWidth(bytesOf(`resources/icons/${width}x${width}.png`))).toBe(width);
    }
  });

  it("has wider margins on macOS", () => {
    const badge = (units?: number) => {
      const { pixels } = source.draw("application", 512, units === undefined ? {} : { units });
      return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
    };
    expect(Math.sqrt(badge(52.2) / badge())).toBeCloseTo(48 / 52.2, 2);
  });
});

describe("the states", () => {
  it.each(pairs)("%s and %s differ without colour at 16 pixels", (one, other) => {
    for (const panel of Object.values(panels).map(rgbOf)) {
      const [first = [], second = []] = [one, other].map((state) => shownOn(panel, source.draw(state, 16).pixels));
      const different = first.filter((color, index) => contrast(color, second[index] ?? color) >= leastContrast);
      expect(different.length).toBeGreaterThan(256 / 8);
    }
    const [first = [], second = []] = [one, other].map((state) => templateCover(state, 16));
    const different = first.filter((share, index) => share >= 0.5 !== (second[index] ?? 0) >= 0.5);
    expect(different.length).toBeGreaterThan(256 / 8);
  });

  it.each(iconStates)("%s contrasts with light and dark panels, and its glyph with it", (state) => {
    const { shape, glyph } = source.parts(state);
    for (const [name, panel] of Object.entries(panels)) {
      expect(contrast(rgbOf(shape), rgbOf(panel)), name).toBeGreaterThanOrEqual(leastContrast);
    }
    expect(contrast(rgbOf(shape), rgbOf(glyph))).toBeGreaterThanOrEqual(leastContrast);
  });

  it.each(iconStates)("%s is easier to see on GNOME's top bar in the colours for dark panels", (state) => {
    for (const panel of ["#000000", "#131313"].map(rgbOf)) {
      const [usual, forDarkPanel] = [source.draw(state, 22), source.drawForDarkPanel(state, 22)].map(({ pixels }) =>
        Math.max(...shapeOf(state, shownOn(panel, pixels)).map((color) => contrast(color, panel))),
      );
      expect(forDarkPanel).toBeGreaterThanOrEqual(6.5);
      expect(forDarkPanel).toBeGreaterThan((usual ?? 0) + 1);
    }
  });

  it.each(iconStates)("%s has few blurred pixels", (state) => {
    for (const width of [16, 22, 24, 32]) {
      const cover = templateCover(state, width);
      const blurred = cover.filter((share) => share > 0.1 && share < 0.9);
      expect(blurred.length / cover.length, `at ${width} pixels`).toBeLessThan(0.22);
    }
  });
});

/** The pixels that the shape covers as a whole, without its glyph. */
function shapeOf<T>(state: IconState, colors: readonly T[]): readonly T[] {
  const cover = templateCover(state, Math.sqrt(colors.length));
  return colors.filter((_, index) => cover[index] === 1);
}

/** How much of each pixel the shape covers, 0 to 1. macOS uses only the alpha of a template. */
function templateCover(state: IconState, width: number): readonly number[] {
  const { pixels } = source.draw(state, width, { template: true });
  return Array.from({ length: width ** 2 }, (_, index) => (pixels[4 * index + 3] ?? 0) / 255);
}

function fileOf(name: string): Buffer {
  return bytesOf(`resources/tray/${name}`);
}

function bytesOf(path: string): Buffer {
  return Buffer.from(drawn.get(path) ?? expect.fail(`${path} is not drawn`));
}

/** Throws if it is not a whole PNG. */
function pngWidth(png: Buffer): number {
  return PNG.sync.read(png).width;
}

/** The widths of the PNGs in the file's directory. Each PNG must have the width of its entry. */
function icoWidths(ico: Buffer): number[] {
  expect(ico.readUInt32LE(0)).toBe(0x1_0000);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const width = pngWidth(ico.subarray(start, start + ico.readUInt32LE(entry + 8)));
    // The entry's width is one byte, and 0 stands for 256.
    expect(ico.readUInt8(entry)).toBe(width % 256);
    return width;
  });
}

/** The widths of the PNGs in the file, by their types. */
function icnsWidths(icns: Buffer): Record<string, number> {
  expect(icns.toString("latin1", 0, 4)).toBe("icns");
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const widths: Record<string, number> = {};
  for (let start = 8, end = 0; start < icns.length; start = end) {
    end = start + icns.readUInt32BE(start + 4);
    widths[icns.toString("latin1", start, start + 4)] = pngWidth(icns.subarray(start + 8, end));
  }
  return widths;
}
