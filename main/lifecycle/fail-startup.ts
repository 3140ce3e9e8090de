import { app, dialog } from "electron";
import { type DesktopTexts, desktopTexts } from "../../texts/desktop.ts";
import { readSettingsFile } from "../storage/settings-file.ts";
import { labelCase, readLanguage } from "../system/language.ts";

/** Shows why the application cannot start, on the terminal and in a dialog, and exits with 1. After `ready`. */
export function failStartup(error: unknown): void {
  const texts = startupTexts();
  const reason = error instanceof Error ? error.message : String(error);
  console.error(reason);
  dialog.showErrorBox(texts.productName, texts.startFailed(reason));
  app.exit(1);
}

/** The texts in the language of the settings file. Works before the settings store is made. After `ready`. */
export function startupTexts(): DesktopTexts {
  const { language } = readLanguage(readSettingsFile(app.getPath("userData")).language);
  return desktopTexts(language, labelCase);
}
