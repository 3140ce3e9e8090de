import { join } from "node:path";
import { Menu, nativeImage, Tray } from "electron";
import type { TokenView } from "../../preload/contract.ts";
import { desktopTexts } from "../../texts/desktop.ts";
import { labelCase, type ShownLanguage } from "../system/language.ts";
import { type MenuActions, type TrayView, trayMenu, trayToolTip } from "./tray-menu.ts";

type IconState = "absent" | "valid" | "expires-soon" | "expired";

/** What the host has of us; only what differs from it is sent. */
interface Shown {
  readonly icon: IconState;
  readonly menu?: string;
  readonly toolTip?: string;
}

/** The icon in the tray. After `ready`; nothing else needs to be there yet. */
export class TokenTray {
  #tray: Tray;
  #shown: Shown;
  #wanted: { readonly view: TrayView; readonly language: ShownLanguage } | undefined;

  /** The icon alone: what belongs to it comes with `show`. */
  constructor(
    token: TokenView,
    private readonly actions: MenuActions,
  ) {
    this.#shown = { icon: iconState(token) };
    this.#tray = this.#icon();
  }

  /** Makes the icon anew: Electron looks for a tray host only then. */
  recreate(): void {
    this.#tray.destroy();
    this.#shown = { icon: this.#shown.icon };
    this.#tray = this.#icon();
    if (this.#wanted) this.show(this.#wanted.view, this.#wanted.language);
  }

  show(view: TrayView, language: ShownLanguage): void {
    this.#wanted = { view, language };
    const texts = desktopTexts(language.language, labelCase);
    const lines = trayMenu(view, texts, language.locale, this.actions);
    const next = { icon: iconState(view.token), menu: JSON.stringify(lines), toolTip: trayToolTip(view, texts) };
    if (next.icon !== this.#shown.icon) this.#tray.setImage(trayImage(next.icon));
    if (next.toolTip !== this.#shown.toolTip) this.#tray.setToolTip(next.toolTip);
    // Each new menu makes the host read it again, so an unchanged one is not sent.
    if (next.menu !== this.#shown.menu) this.#tray.setContextMenu(Menu.buildFromTemplate(lines));
    this.#shown = next;
  }

  #icon(): Tray {
    const tray = new Tray(trayImage(this.#shown.icon));
    // On macOS a click opens the menu, as it does for every icon there.
    if (process.platform !== "darwin") tray.on("click", this.actions.openWindow);
    return tray;
  }
}

/** A token that is refused needs the same as an expired one. */
function iconState(token: TokenView): IconState {
  if (token.status === "unreadable" || token.status === "absent") return "absent";
  return token.rejected ? "expired" : token.status;
}

/** One set of files for each platform; on macOS Electron finds the denser ones beside it by @2x and so on. */
function trayImage(state: IconState): Electron.NativeImage {
  const ending = { darwin: "Template.png", win32: ".ico" }[process.platform as string] ?? ".png";
  return nativeImage.createFromPath(join(__dirname, "../../resources/tray", `${state}${ending}`));
}
