import { join } from "node:path";
import { Menu, nativeImage, Tray } from "electron";
import type { TokenView } from "../../preload/contract.ts";
import { textsFor } from "../../texts/index.ts";
import type { SystemLanguage } from "./language.ts";
import { type MenuActions, type TrayView, trayMenu, trayToolTip } from "./tray-menu.ts";

export interface TrayActions extends MenuActions {
  /** A click on the icon itself. */
  readonly open: () => void;
}

/** What the host has of us; only what differs from it is sent. */
interface Shown {
  readonly status: TokenView["status"];
  readonly menu: string;
  readonly toolTip: string;
}

/** The icon in the tray. After `ready`; nothing else needs to be there yet. */
export class TokenTray {
  #tray: Tray | undefined;
  #shown: Shown | undefined;
  #view: TrayView;

  constructor(
    view: TrayView,
    private readonly systemLanguage: SystemLanguage,
    private readonly actions: TrayActions,
  ) {
    this.#view = view;
    this.putUp();
  }

  /** Makes the icon anew: Electron looks for a tray host only then. */
  putUp(): void {
    this.#tray?.destroy();
    this.#tray = new Tray(trayImage(this.#view.token.status));
    // On macOS a click opens the menu, as it does for every icon there.
    if (process.platform !== "darwin") this.#tray.on("click", this.actions.open);
    this.#shown = undefined;
    this.show(this.#view);
  }

  show(view: TrayView): void {
    this.#view = view;
    const { language, locale } = this.systemLanguage;
    const texts = textsFor(language);
    const lines = trayMenu(view, texts, locale, this.actions);
    const next = { status: view.token.status, menu: JSON.stringify(lines), toolTip: trayToolTip(view, texts) };
    if (this.#shown && next.status !== this.#shown.status) this.#tray?.setImage(trayImage(next.status));
    if (next.toolTip !== this.#shown?.toolTip) this.#tray?.setToolTip(next.toolTip);
    // Each new menu makes the host read it again, so an unchanged one is not sent.
    if (next.menu !== this.#shown?.menu) this.#tray?.setContextMenu(Menu.buildFromTemplate(lines));
    this.#shown = next;
  }
}

/** One set of files for each platform's size and habits; Electron finds the denser ones beside them by @2x and so on. */
function trayImage(status: TokenView["status"]): Electron.NativeImage {
  const state = status === "unreadable" ? "absent" : status;
  const suffix = { darwin: "Template", win32: "-windows" }[process.platform as string] ?? "";
  return nativeImage.createFromPath(join(__dirname, "../../resources/tray", `${state}${suffix}.png`));
}
