import { DesktopProcess } from "../process/desktop-process.ts";

/** The height of the tray in pixels. Its first icon is in the screen's upper left corner. */
export const XEMBED_TRAY_HEIGHT = 32;

/** Starts trayer, a tray of the older kind: XEmbed. */
export function startXembedTray(env: Readonly<Record<string, string>>): Promise<DesktopProcess> {
  const size = ["--widthtype", "request", "--heighttype", "pixel", "--height", String(XEMBED_TRAY_HEIGHT)];
  return DesktopProcess.start("trayer", ["--edge", "top", "--align", "left", ...size], { env });
}
