import { nativeTheme } from "electron";

/** What the window shows until its page is there: the page's own background, `--canvas` in renderer/styles/theme.css. */
export function canvasColor(): string {
  const { shouldUseDarkColors: dark, shouldUseHighContrastColors: highContrast } = nativeTheme;
  if (highContrast) return dark ? "#000" : "#fff";
  return dark ? "#101716" : "#f2f6f5";
}
