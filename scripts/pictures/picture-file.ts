import type { Language } from "../../texts/index.ts";
import type { PictureName } from "./captions.ts";
import type { Theme } from "./window-picture.ts";

export const languages: readonly Language[] = ["en", "es"];

/** Pixels of a picture per CSS pixel of the page, for dense screens. */
export const scale = 2;

export function pictureFile(name: PictureName, language: Language, theme: Theme): string {
  return `${name}-${language}-${theme}.png`;
}

/** The file of the icon sheet, which has both languages. */
export function iconSheetFile(theme: Theme): string {
  return `icons-${theme}.png`;
}
