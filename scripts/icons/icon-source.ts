import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { constants } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { PNG } from "pngjs";
import { projectFolder } from "../project-folder.mjs";

export const iconSource = "resources/icons.svg";

export const iconStates = ["absent", "valid", "expires-soon", "expired"] as const;
export type IconState = (typeof iconStates)[number];

/**
 * macOS uses only the alpha of a template image: the shape stays, and the parts in the second colour become holes.
 */
const templateStyle = "<style>.glyph { fill: none } .shape { fill: #000 }</style>";

/** The shapes on a dark panel, where the holes are dark too. */
const darkPanelColors: Readonly<Record<IconState, string>> = {
  absent: "#9fb0ac",
  valid: "#35b8a7",
  "expires-soon": "#eb9a3c",
  expired: "#f4736c",
};
const darkPanelGlyph = "#101615";

/** The width of each drawing in the SVG. */
const gridUnits = 48;

const pathsOfState =
  /<path class="glyph" fill="(?<glyph>#\w+)" d="[^"]+"\/>\s*<path class="shape" fill="(?<shape>#\w+)" fill-rule="evenodd" d="(?<outline>[^"]+)"\/>/;

/** A square of straight-alpha RGBA pixels, and the PNG of it. */
export interface DrawnIcon {
  readonly pixels: Uint8Array;
  readonly png: Uint8Array;
}

let renderer: Promise<void> | undefined;

/** `resources/icons.svg`, the source of all icons. */
export class IconSource {
  private constructor(private readonly definitions: string) {}

  /** Reads the file. Rejects if it cannot be read or has no `<defs>`. */
  static async read(): Promise<IconSource> {
    renderer ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
    await renderer;
    const drawing = await readFile(join(projectFolder, iconSource), "utf8");
    const definitions = /<defs>.*<\/defs>/s.exec(drawing)?.[0];
    if (definitions === undefined) throw new Error(`${iconSource} has no <defs>`);
    return new IconSource(definitions);
  }

  /**
   * Draws an icon `width` pixels wide. `template`: black with holes, for macOS. `units`: how much of the drawing is shown, where more
   * than 48 add a margin.
   */
  draw(id: IconState | "application", width: number, { template = false, units = gridUnits } = {}): DrawnIcon {
    return this.#draw(id, width, units, template ? templateStyle : "");
  }

  /** Draws a state in the lighter colours for dark panels. */
  drawForDarkPanel(state: IconState, width: number): DrawnIcon {
    const style = `<style>.glyph { fill: ${darkPanelGlyph} } .shape { fill: ${darkPanelColors[state]} }</style>`;
    return this.#draw(state, width, gridUnits, style);
  }

  #draw(id: string, width: number, units: number, style: string): DrawnIcon {
    const from = (gridUnits - units) / 2;
    const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${from} ${from} ${units} ${units}">${style}${this.definitions}<use href="#${id}"/></svg>`;
    const image = new Resvg(icon, { fitTo: { mode: "width", value: width } }).render();
    return { pixels: image.pixels, png: smallerPng(image.asPng()) };
  }

  /** The colours, as #rrggbb or #rgb, and the outline as the data of an SVG path. */
  parts(state: IconState): { readonly shape: string; readonly glyph: string; readonly outline: string } {
    const group = new RegExp(`<g id="${state}">(.*?)</g>`, "s").exec(this.definitions)?.[1];
    const { shape, glyph, outline } = pathsOfState.exec(group ?? "")?.groups ?? {};
    if (!shape || !glyph || !outline) throw new Error(`${iconSource} has no glyph and shape of "${state}"`);
    return { shape, glyph, outline };
  }
}

/** Compresses the same pixels into about half of the bytes. Flat drawings compress best without PNG's filters, which resvg uses. */
function smallerPng(png: Uint8Array): Uint8Array {
  return PNG.sync.write(PNG.sync.read(Buffer.from(png)), {
    filterType: 0,
    deflateLevel: 9,
    deflateStrategy: constants.Z_DEFAULT_STRATEGY,
  });
}
