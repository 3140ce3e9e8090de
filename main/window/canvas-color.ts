import { nativeTheme } from "electron";

/** The window's color before its page has loaded: the page's background, `--canvas` in renderer/styles/theme.css. */
export function canvasColor(): string {
  const { shouldUseDarkColors: dark, shouldUseHighContrastColors: highContrast } = nativeTheme;
  if (highContrast) return dark ? "#000" : "#fff";
  return dark ? "#101615" : "#f6f8f8";
}
