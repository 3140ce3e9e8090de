import { captions, type PictureName } from "./captions.ts";
import { flowFile } from "./flow-picture.ts";
import { iconSheetFile, languages, pictureFile } from "./picture-file.ts";
import { pictureNames } from "./publish.ts";
import type { Theme } from "./window-picture.ts";

/** Widths on the page. Except for the icon sheet, the pictures have twice as many pixels. */
const widthPx = { window: 300, corner: 380, icons: 772 };

const flowCaptions = {
  en: "Logging in, copying the token, and a message that comes",
  es: "Iniciar sesión, copiar el token y un mensaje que llega",
};

/** The Markdown page with all pictures: both languages side by side, in the reader's theme. */
export function galleryPage(): string {
  const rows = pictureNames.map((name) => `<tr>${languages.map((language) => cell(name, language)).join("")}</tr>`);
  return `<!-- Made by \`npm run pictures\`, from scripts/pictures/captions.ts. -->
# Pictures · Imágenes

Of the real app, on Xfce with its own panel, against the sandbox. GitHub shows them in the theme that you use.

De la aplicación real, en Xfce con su propio panel y contra el sandbox. GitHub las muestra en el tema que usas.

<table>
${languages.map((language) => `<tr><td colspan="2" align="center">${picture((theme) => flowFile(language, theme), widthPx.icons, flowCaptions[language])}<br>${flowCaptions[language]}</td></tr>`).join("\n")}
<tr><td colspan="2" align="center">${picture(iconSheetFile, widthPx.icons, "Icons · Íconos")}<br>The icon in each state, in the sizes of panels · El ícono en cada estado, en los tamaños de los paneles</td></tr>
${rows.join("\n")}
</table>
`;
}

function cell(name: PictureName, language: (typeof languages)[number]): string {
  const width = name.startsWith("window-") ? widthPx.window : widthPx.corner;
  const caption = captions[name][language];
  const shown = picture((theme) => pictureFile(name, language, theme), width, caption);
  return `<td align="center" valign="top">${shown}<br>${caption}</td>`;
}

function picture(fileOf: (theme: Theme) => string, width: number, description: string): string {
  const [light, dark] = [`pictures/${fileOf("light")}`, `pictures/${fileOf("dark")}`];
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}"><img src="${light}" width="${width}" alt="${description}"></picture>`;
}
