import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { projectFolder } from "./project-folder.mjs";

const states = ["absent", "valid", "expires-soon", "expired"] as const;

/**
 * macOS paints a template image itself and looks at its alpha only: the shape stays, and what was drawn in a second
 * colour becomes a hole.
 */
const templateStyle = "<style>.glyph { fill: none } .shape { fill: #000 }</style>";

/** How one platform wants an icon: the end of its file name, its width at scale 1 in pixels, and the scales. */
interface Variant {
  readonly suffix: string;
  readonly width: number;
  readonly scales: readonly number[];
  readonly template: boolean;
}

const variants: readonly Variant[] = [
  { suffix: "", width: 24, scales: [1, 2], template: false },
  { suffix: "-windows", width: 16, scales: [1, 1.5, 2, 3], template: false },
  { suffix: "Template", width: 16, scales: [1, 2], template: true },
];

let renderer: Promise<void> | undefined;

/**
 * Draws everything that comes from `resources/*.svg`. Returns the bytes by path from the project's folder: the icons,
 * and the shapes for the window, which shows the same marks as the tray.
 */
export async function iconFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  renderer ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
  await renderer;

  const files = new Map<string, Uint8Array>();
  const shapes: string[] = [];
  for (const state of states) {
    const drawing = await readDrawing(`resources/tray/${state}.svg`);
    for (const { suffix, width, scales, template } of variants) {
      const svg = template ? drawing.replace(/<style>.*?<\/style>/s, templateStyle) : drawing;
      for (const scale of scales) {
        const at = scale === 1 ? "" : `@${scale}x`;
        files.set(`resources/tray/${state}${suffix}${at}.png`, png(svg, width * scale));
      }
    }
    shapes.push(`  "${state}": "${shapeOf(state, drawing)}",`);
  }
  files.set("resources/icon.png", png(await readDrawing("resources/icon.svg"), 1024));
  files.set("renderer/mark-shapes.ts", new TextEncoder().encode(shapesModule(shapes)));
  return files;
}

function readDrawing(path: string): Promise<string> {
  return readFile(join(projectFolder, path), "utf8");
}

function png(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}

function shapeOf(state: string, drawing: string): string {
  const shape = /class="shape" fill-rule="evenodd" d="([^"]+)"/.exec(drawing)?.[1];
  if (shape === undefined) throw new Error(`resources/tray/${state}.svg has no path of class "shape"`);
  return shape;
}

function shapesModule(shapes: readonly string[]): string {
  return `// Made from resources/tray/*.svg by \`npm run icons\`; change it there.
// biome-ignore format: the keys keep their quotes, because one of them needs them.
export const markShapes = {
${shapes.join("\n")}
};
`;
}
