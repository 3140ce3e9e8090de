import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { flowFile, joinFlowPicture } from "./flow-picture.ts";
import { galleryPage } from "./gallery.ts";
import { takeIconPictures } from "./icon-sheet.ts";
import { takePanelPictures } from "./panel-pictures.ts";
import { iconSheetFile, languages, pictureFile } from "./picture-file.ts";
import { publishPictures } from "./publish.ts";
import { themes } from "./window-picture.ts";
import { takeWindowPictures } from "./window-pictures.ts";

/** All pictures are collected here first, and published together. */
const folder = join(projectFolder, "out", "pictures");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

await takeIconPictures((theme) => join(folder, iconSheetFile(theme)));
for (const language of languages) {
  console.log(`The window, ${language} …`);
  await takeWindowPictures(language, (name, theme) => join(folder, pictureFile(name, language, theme)));
  for (const theme of themes) {
    joinFlowPicture(
      (name) => join(folder, pictureFile(name, language, theme)),
      join(folder, flowFile(language, theme)),
    );
    console.log(`The panel, ${language}, ${theme} …`);
    await takePanelPictures(language, theme, (name) => join(folder, pictureFile(name, language, theme)));
  }
}

const { count, bytes } = await publishPictures(folder, join(projectFolder, "docs", "pictures"));
writeFileSync(join(projectFolder, "docs", "pictures.md"), galleryPage());
console.log(
  `${count} pictures, ${(bytes / 1_000_000).toFixed(1)} MB, are in docs/pictures, and docs/pictures.md shows them. Look at each.`,
);
