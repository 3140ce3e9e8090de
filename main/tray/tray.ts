import { join } from "node:path";
import { Menu, nativeImage, Tray } from "electron";
import type { CopyView, TokenView } from "../../preload/contract.ts";
import { desktopTexts } from "../../texts/desktop.ts";
import { currentDesktop } from "../system/current-desktop.ts";
import { labelCase, type ShownLanguage } from "../system/language.ts";
import { hasDarkPanel } from "./dark-panel.ts";
import { type MenuActions, type TrayView, trayMenu, trayToolTip } from "./tray-menu.ts";

type IconState = "absent" | "valid" | "expires-soon" | "expired";

/** The state last sent to the tray host. Only differences are sent. */
interface SentState {
  readonly icon: IconState;
  readonly menu?: string;
  readonly toolTip?: string;
}

/** The icon in the tray, with its menu and tooltip. After `ready`. */
export class TokenTray {
  #tray: Tray;
  #sent: SentState;
  #last: { readonly view: TrayView; readonly language: ShownLanguage } | undefined;

  /** Shows the icon alone. `show` adds the menu and the tooltip. */
  constructor(
    token: TokenView,
    copy: CopyView | undefined,
    private readonly actions: MenuActions,
  ) {
    this.#sent = { icon: iconState(token, copy) };
    this.#tray = this.#createTray();
  }

  /**
   * Creates the icon anew, because Electron does not register it with a tray host that comes later: see
   * https://github.com/pop-os/cosmic-panel/issues/284. It can go when Electron does.
   */
  recreate(): void {
    this.#tray.destroy();
    this.#sent = { icon: this.#sent.icon };
    this.#tray = this.#createTray();
    if (this.#last) this.show(this.#last.view, this.#last.language);
  }

  /** Updates icon, menu and tooltip where they differ. */
  show(view: TrayView, language: ShownLanguage): void {
    this.#last = { view, language };
    const texts = desktopTexts(language.language, labelCase);
    const lines = trayMenu(view, texts, language.locale, {
      ...this.actions,
      setAutomaticRenewal: (on) => this.#setAutomaticRenewal(on),
    });
    const next = {
      icon: iconState(view.token, view.copy),
      menu: JSON.stringify(lines),
      toolTip: trayToolTip(view, texts, language.locale),
    };
    if (next.icon !== this.#sent.icon) this.#tray.setImage(trayImage(next.icon));
    if (next.toolTip !== this.#sent.toolTip) this.#tray.setToolTip(next.toolTip);
    // The host reads each new menu again, so an unchanged one is not sent.
    if (next.menu !== this.#sent.menu) this.#tray.setContextMenu(Menu.buildFromTemplate(lines));
    this.#sent = next;
  }

  /** Electron turns the tick of a clicked item over by itself, so the next menu is sent in any case: it may not have been stored. */
  #setAutomaticRenewal(on: boolean): void {
    this.#sent = { ...this.#sent, menu: "" };
    this.actions.setAutomaticRenewal(on);
  }

  #createTray(): Tray {
    const tray = new Tray(trayImage(this.#sent.icon));
    // On macOS a click opens the menu, as for every other icon there.
    if (process.platform !== "darwin") tray.on("click", this.actions.openWindow);
    return tray;
  }
}

/**
 * A rejected token looks like an expired one: both need a login. An older copy that expires soon shows too, but its end is not
 * the present token's.
 */
function iconState(token: TokenView, copy: CopyView | undefined): IconState {
  if (token.status === "unreadable" || token.status === "absent") return "absent";
  if (token.rejected) return "expired";
  return token.status === "valid" && copy?.status === "expires-soon" ? "expires-soon" : token.status;
}

/** Each platform has its own files. Electron finds the files for denser screens by their names (`@2x`). */
function trayImage(state: IconState): Electron.NativeImage {
  const linux = hasDarkPanel(currentDesktop()) ? "-dark-panel.png" : ".png";
  const ending = { darwin: "Template.png", win32: ".ico" }[process.platform as string] ?? linux;
  return nativeImage.createFromPath(join(__dirname, "../../resources/tray", `${state}${ending}`));
}
