import { execFile } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { captions, type PictureName } from "./captions.ts";
import { flowFile } from "./flow-picture.ts";
import { iconSheetFile, languages, pictureFile } from "./picture-file.ts";
import { themes } from "./window-picture.ts";

/** The names of all captions, in their order. */
export const pictureNames = Object.keys(captions) as PictureName[];

/**
 * Compresses the pictures with palettes, without dithering, which flat colours do not need. Replaces the files in `target`. Resolves
 * with their number and total size in bytes. Rejects if one is missing.
 */
export async function publishPictures(
  folder: string,
  target: string,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const files = [
    ...themes.map(iconSheetFile),
    ...languages.flatMap((language) => themes.map((theme) => flowFile(language, theme))),
    ...pictureNames.flatMap((name) =>
      languages.flatMap((language) => themes.map((theme) => pictureFile(name, language, theme))),
    ),
  ];
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new Error(`Missing pictures: ${missing.join(", ")}`);
  const options = ["--quality=80-95", "--nofs", "--strip", "--force", "--ext=.png"];
  await promisify(execFile)("pngquant", [...options, "--", ...files], { cwd: folder });
  rmSync(target, { recursive: true, force: true });
  cpSync(folder, target, { recursive: true });
  const sizes = readdirSync(target).map((file) => statSync(join(target, file)).size);
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
