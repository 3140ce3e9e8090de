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

type IconState = "absent" | "valid" | "expires-soon" | "expired";

/** What the host has of us; only what differs from it is sent. */
interface Shown {
  readonly icon: IconState;
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
    this.#tray = new Tray(trayImage(iconState(this.#view.token)));
    // On macOS a click opens the menu, as it does for every icon there.
    if (process.platform !== "darwin") this.#tray.on("click", this.actions.open);
    this.#shown = undefined;
    this.show(this.#view);
  }

  /** Sends the menu anew at the next `show`: the host has flipped a tick by itself, which may not be true. */
  refreshMenu(): void {
    if (this.#shown) this.#shown = { ...this.#shown, menu: "" };
  }

  show(view: TrayView): void {
    this.#view = view;
    const { language, locale } = this.systemLanguage;
    const texts = textsFor(language);
    const lines = trayMenu(view, texts, locale, this.actions);
    const next = { icon: iconState(view.token), menu: JSON.stringify(lines), toolTip: trayToolTip(view, texts) };
    if (this.#shown && next.icon !== this.#shown.icon) this.#tray?.setImage(trayImage(next.icon));
    if (next.toolTip !== this.#shown?.toolTip) this.#tray?.setToolTip(next.toolTip);
    // Each new menu makes the host read it again, so an unchanged one is not sent.
    if (next.menu !== this.#shown?.menu) this.#tray?.setContextMenu(Menu.buildFromTemplate(lines));
    this.#shown = next;
  }
}

/** A token that is refused needs the same as an expired one. */
function iconState(token: TokenView): IconState {
  if (token.status === "unreadable" || token.status === "absent") return "absent";
  return token.rejected ? "expired" : token.status;
}

/** One set of files for each platform's size and habits; Electron finds the denser ones beside them by @2x and so on. */
function trayImage(state: IconState): Electron.NativeImage {
  const suffix = { darwin: "Template", win32: "-windows" }[process.platform as string] ?? "";
  return nativeImage.createFromPath(join(__dirname, "../../resources/tray", `${state}${suffix}.png`));
}
