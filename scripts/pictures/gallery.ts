import { captions, type PictureName } from "./captions.ts";
import { languages, pictureFile } from "./picture-file.ts";
import { pictureNames } from "./publish.ts";

/** Of the pages' pixels: the pictures have twice as many. */
const widthPx = { window: 300, corner: 380 };

/** The page with all pictures, in both languages side by side, in the theme of who reads it. */
export function galleryPage(): string {
  const rows = pictureNames.map((name) => `<tr>${languages.map((language) => cell(name, language)).join("")}</tr>`);
  return `<!-- Made by \`npm run pictures\`, from scripts/pictures/captions.ts. -->
# Pictures · Imágenes

Of the real app, on Xfce with its own panel, against the sandbox. GitHub shows them in the theme that you use.

De la aplicación real, en Xfce con su propio panel y contra el sandbox. GitHub las muestra en el tema que usas.

<table>
${rows.join("\n")}
</table>
`;
}

function cell(name: PictureName, language: (typeof languages)[number]): string {
  const path = (theme: "light" | "dark") => `pictures/${pictureFile(name, language, theme)}`;
  const width = name.startsWith("window-") ? widthPx.window : widthPx.corner;
  const caption = captions[name][language];
  return `<td align="center" valign="top"><picture><source media="(prefers-color-scheme: dark)" srcset="${path("dark")}"><img src="${path("light")}" width="${width}" alt="${caption}"></picture><br>${caption}</td>`;
}
