import { icnsFile } from "./icns-file.ts";
import { icoFile } from "./ico-file.ts";
import { IconSource, type IconState, iconSource, iconStates } from "./icon-source.ts";

/**
 * On Linux Electron sends only the densest image, and the panel scales it. 96 pixels are a multiple of 16, 24, 32 and 48, which
 * keeps edges sharp, and no panel of up to 32 pixels at 3x has to enlarge it.
 */
const linuxWidth = 96;

/** In points. macOS shows each point with `scale` pixels. */
const macWidth = 16;
const macScales = [1, 2, 3];

/**
 * The widths at 100, 125, 150, 175, 200, 225, 250, 300, 350 and 400 %. In an .ico, because on Windows Electron uses only the PNG
 * without a scale in its name, which Windows would enlarge.
 */
const windowsWidths = [16, 20, 24, 28, 32, 36, 40, 48, 56, 64];

/** For window and notifications. 1024 pixels would cost 4 MB and time. */
const shownWidth = 256;

/** The sizes of the hicolor theme in which desktops look for application icons. */
const hicolorWidths = [16, 22, 24, 32, 48, 64, 128, 256, 512];

/** For the program's icon on Windows: Explorer shows from 16 (list) to 256 (tile) pixels. */
const programWidths = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** For Finder and Dock, up to 512 points at 2x. */
const bundleWidths = [32, 64, 128, 256, 512, 1024] as const;

/** macOS icons have wider margins: the badge is 824 of 1024 pixels there, and 42 of 48 units in the drawing. */
const bundleUnits = (42 * 1024) / 824;

/**
 * Draws all files that are made from `resources/icons.svg`: the icons, and the window's status shapes, which are those of the tray.
 * Returns the bytes by path from the project's folder.
 */
export async function iconFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const source = await IconSource.read();
  const files = new Map<string, Uint8Array>();
  for (const state of iconStates) {
    files.set(`resources/tray/${state}.png`, source.draw(state, linuxWidth).png);
    files.set(`resources/tray/${state}-dark-panel.png`, source.drawForDarkPanel(state, linuxWidth).png);
    for (const scale of macScales) {
      const at = scale === 1 ? "" : `@${scale}x`;
      const { png } = source.draw(state, macWidth * scale, { template: true });
      files.set(`resources/tray/${state}Template${at}.png`, png);
    }
    const images = windowsWidths.map((width) => ({ width, png: source.draw(state, width).png }));
    files.set(`resources/tray/${state}.ico`, icoFile(images));
  }
  const application = (width: number) => source.draw("application", width).png;
  files.set("resources/icon-256.png", application(shownWidth));
  for (const width of hicolorWidths) files.set(`resources/icons/${width}x${width}.png`, application(width));
  files.set("resources/icon.ico", icoFile(programWidths.map((width) => ({ width, png: application(width) }))));
  const bundled = (width: number) => source.draw("application", width, { units: bundleUnits }).png;
  files.set("resources/icon.icns", icnsFile(bundleWidths.map((width) => ({ width, png: bundled(width) }))));
  files.set(
    "renderer/components/status-icon-shapes.ts",
    new TextEncoder().encode(shapesModule((state) => source.parts(state).outline)),
  );
  return files;
}

function shapesModule(outlineOf: (state: IconState) => string): string {
  return `// Made from ${iconSource} by \`npm run icons\`; change it there.
// biome-ignore format: the keys keep their quotes, because one of them needs them.
export const statusIconShapes = {
${iconStates.map((state) => `  "${state}": "${outlineOf(state)}",`).join("\n")}
};
`;
}
