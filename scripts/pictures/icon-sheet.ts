import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-wasm";
import { IconSource, type IconState, iconStates } from "../icons/icon-source.ts";
import { projectFolder } from "../project-folder.mjs";
import { iconSheetFile } from "./picture-file.ts";
import { type Theme, themes } from "./window-picture.ts";

/** In English and Spanish: one picture serves both languages. */
const stateNames: Readonly<Record<IconState, readonly [string, string]>> = {
  absent: ["Not logged in", "Sin sesión"],
  valid: ["Valid", "Válido"],
  "expires-soon": ["Expires soon", "Vence pronto"],
  expired: ["Expired", "Vencido"],
};

/** The icon widths of panels in CSS pixels, and whether the system draws a template image. */
const panels = [
  { width: 16, system: "Linux, Windows", template: false },
  { width: 22, system: "Linux", template: false },
  { width: 32, system: "Linux", template: false },
  { width: 16, system: "macOS", template: true },
];
const scales = [1, 2, 3];

const looks = {
  light: { panel: "#f6f5f4", text: "#24292f", quiet: "#656d76", line: "#dcd9d6", template: [0, 0, 0] },
  dark: { panel: "#1e1e1e", text: "#e6e6e6", quiet: "#9a9a9a", line: "#3a3a3a", template: [1, 1, 1] },
};

/** In pixels. */
const margin = 28;
const labelWidth = 172;
const columnWidth = 136;
const headHeight = 62;
const rowGap = 18;
const sheetWidth = 2 * margin + labelWidth + iconStates.length * columnWidth;

/** Draws one picture a theme: every state in the sizes and densities of panels, pixel for pixel. */
export async function takeIconPictures(fileOf: (theme: Theme) => string): Promise<void> {
  const source = await IconSource.read();
  const fontBuffers = ["Inter:regular", "Inter:bold"].map((font) =>
    readFileSync(execFileSync("fc-match", ["--format=%{file}", font], { encoding: "utf8" })),
  );
  for (const theme of themes) {
    const sheet = new Resvg(iconSheet(source, theme), { font: { fontBuffers, defaultFontFamily: "Inter" } });
    writeFileSync(fileOf(theme), sheet.render().asPng());
  }
}

function iconSheet(source: IconSource, theme: Theme): string {
  const { panel, text, quiet, line, template: ink } = looks[theme];
  const drawn: string[] = iconStates.map((state, column) => {
    const [english, spanish] = stateNames[state];
    const x = columnCentre(column);
    return `<text class="name" x="${x}" y="${margin + 14}">${english}</text><text class="other" x="${x}" y="${margin + 34}">${spanish}</text>`;
  });
  let y = margin + headHeight;
  for (const { width, system, template } of panels) {
    drawn.push(`<path class="line" d="M${margin} ${y - rowGap / 2 + 0.5}H${sheetWidth - margin}"/>`);
    for (const scale of scales) {
      const side = width * scale;
      const middle = y + rowGap / 2 + side / 2;
      if (scale === 1) drawn.push(label("size", margin, middle, `${width} px`));
      if (scale === 2) drawn.push(label("system", margin, middle, system));
      drawn.push(label("scale", margin + labelWidth - 40, middle, `${scale}×`));
      for (const [column, state] of iconStates.entries()) {
        const png = Buffer.from(source.draw(state, side, { template }).png).toString("base64");
        const filter = template ? ' filter="url(#ink)"' : "";
        const x = Math.round(columnCentre(column) - side / 2);
        drawn.push(
          `<image x="${x}" y="${y + rowGap / 2}" width="${side}" height="${side}" image-rendering="optimizeSpeed"${filter} href="data:image/png;base64,${png}"/>`,
        );
      }
      y += side + rowGap;
    }
    y += rowGap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${y - rowGap + margin - rowGap / 2}">
<style>
  text { font-family: Inter; font-size: 14px; fill: ${text} }
  .name, .size { font-weight: 700 }
  .name, .other { text-anchor: middle }
  .other, .system, .scale { fill: ${quiet} }
  .line { stroke: ${line} }
</style>
<filter id="ink"><feColorMatrix values="${ink.map((value) => `0 0 0 0 ${value}`).join(" ")} 0 0 0 1 0"/></filter>
<rect width="100%" height="100%" fill="${panel}"/>
${drawn.join("\n")}
</svg>`;
}

function columnCentre(column: number): number {
  return margin + labelWidth + (column + 0.5) * columnWidth;
}

/** A label for the icon whose vertical centre is at `middle`. */
function label(kind: "size" | "system" | "scale", x: number, middle: number, words: string): string {
  return `<text class="${kind}" x="${x}" y="${middle + 5}">${words}</text>`;
}

if (process.argv[1] === import.meta.filename) {
  await takeIconPictures((theme) => join(projectFolder, "docs", "pictures", iconSheetFile(theme)));
}
