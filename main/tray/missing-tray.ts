import type { MissingTray } from "../../preload/contract.ts";
import type { TrayState } from "../system/desktop-services.ts";
import { isRefused } from "./tray-registration.ts";

/** Desktops that name GNOME too, but have a panel of their own instead of GNOME's shell. */
const withOwnPanel = ["Budgie", "GNOME-Flashback"];

/** Why the window stands in for the icon; `undefined` if the tray shows it. `desktop` is XDG_CURRENT_DESKTOP, e.g. "ubuntu:GNOME". */
export function missingTray(state: TrayState, desktop = ""): MissingTray | undefined {
  if (state.shown) return undefined;
  if (isRefused(state)) return "refused";
  const names = desktop.split(":");
  return names.includes("GNOME") && !names.some((name) => withOwnPanel.includes(name)) ? "none-on-gnome" : "none";
}
