import { join } from "node:path";
import { Menu, nativeImage, Tray } from "electron";
import type { TokenView } from "../../preload/contract.ts";
import { type Texts, textsFor } from "../../texts/index.ts";
import type { SystemLanguage } from "./language.ts";
import { type MenuActions, statusLine, trayMenu } from "./tray-menu.ts";

export interface TrayActions extends MenuActions {
  /** A click on the icon itself. */
  readonly open: () => void;
}

export interface TokenTray {
  show(token: TokenView, copied: { readonly clearsInMs: number } | undefined): void;
}

/** Puts the icon into the tray. After `ready`; nothing else needs to be there yet. */
export function createTray(token: TokenView, { language, locale }: SystemLanguage, actions: TrayActions): TokenTray {
  const texts = textsFor(language);
  const tray = new Tray(trayImage(token.status));
  // On macOS a click opens the menu, as it does for every icon there.
  if (process.platform !== "darwin") tray.on("click", actions.open);
  let shown: { status: TokenView["status"]; menu: string; toolTip: string } | undefined;

  function show(token: TokenView, copied: { readonly clearsInMs: number } | undefined): void {
    const lines = trayMenu(token, texts, locale, actions);
    const next = { status: token.status, menu: JSON.stringify(lines), toolTip: toolTip(texts, token, copied) };
    if (shown && next.status !== shown.status) tray.setImage(trayImage(next.status));
    if (next.toolTip !== shown?.toolTip) tray.setToolTip(next.toolTip);
    // Each new menu makes the host read it again, so an unchanged one is not sent.
    if (next.menu !== shown?.menu) tray.setContextMenu(Menu.buildFromTemplate(lines));
    shown = next;
  }

  show(token, undefined);
  return { show };
}

function toolTip(texts: Texts, token: TokenView, copied: { readonly clearsInMs: number } | undefined): string {
  return `${texts.productName}: ${copied ? texts.copied(copied.clearsInMs) : statusLine(token, texts)}`;
}

/** One set of files for each platform's size and habits; Electron finds the denser ones beside them by @2x and so on. */
function trayImage(status: TokenView["status"]): Electron.NativeImage {
  const state = status === "unreadable" ? "absent" : status;
  const suffix = { darwin: "Template", win32: "-windows" }[process.platform as string] ?? "";
  return nativeImage.createFromPath(join(__dirname, "../../resources/tray", `${state}${suffix}.png`));
}
