import type { Language } from "../../texts/index.ts";
import type { PictureName } from "./captions.ts";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const languages: readonly Language[] = ["en", "es"];

/** Twice as many pixels as the page that shows it has, for dense screens. */
export const scale = 2;

export function pictureFile(name: PictureName, language: Language, theme: Theme): string {
  return `${name}-${language}-${theme}.png`;
}
