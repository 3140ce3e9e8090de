import { existsSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * Makes Chromium use a keyring on desktops where it chooses none by itself, such as sway, Hyprland, i3 and LXQt
 * (https://github.com/electron/electron/issues/39789). Before `ready`, when Chromium reads the switch.
 */
export function choosePasswordStore(): void {
  const { commandLine } = app;
  if (process.platform !== "linux" || commandLine.hasSwitch("password-store") || chromiumChooses(process.env)) return;
  commandLine.appendSwitch("password-store", passwordStore(process.env));
}

/** The names in XDG_CURRENT_DESKTOP by which Chromium knows a desktop. LXQt is known, but without a keyring. */
const knownDesktops = ["Unity", "Deepin", "GNOME", "X-Cinnamon", "KDE", "Pantheon", "XFCE", "UKUI", "LXQt"];
const knownSessions = ["deepin", "gnome", "mate", "kde4", "kde-plasma", "xubuntu", "ukui"];

/**
 * Whether Chromium chooses a keyring from the desktop's name. Its own rules are in base/nix/xdg_util.cc and
 * components/os_crypt/sync/key_storage_util_linux.cc. COSMIC is left out, because the oldest Electron here does not know it.
 * Electron has already made XDG_CURRENT_DESKTOP "Unity" on Ubuntu; that name is what Chromium reads too, so the original has no say.
 */
export function chromiumChooses(env: NodeJS.ProcessEnv): boolean {
  const names = env.XDG_CURRENT_DESKTOP?.split(":").map((name) => name.trim()) ?? [];
  const desktop = names.find((name) => knownDesktops.includes(name));
  if (desktop !== undefined) return desktop !== "LXQt";
  const session = env.DESKTOP_SESSION ?? "";
  if (knownSessions.includes(session) || session.includes("xfce")) return true;
  // Chromium takes a KDE without a version for KDE 3, whose wallet it cannot use.
  const isKde4 = env.KDE_SESSION_VERSION !== undefined;
  if (session === "kde") return isKde4;
  return env.GNOME_DESKTOP_SESSION_ID !== undefined || (env.KDE_FULL_SESSION !== undefined && isKde4);
}

/** The Secret Service, which most keyrings offer, unless D-Bus can start KWallet only. */
export function passwordStore(env: NodeJS.ProcessEnv): "gnome-libsecret" | "kwallet6" | "kwallet5" {
  if (canStart("org.freedesktop.secrets", env)) return "gnome-libsecret";
  if (canStart("org.kde.kwalletd6", env)) return "kwallet6";
  if (canStart("org.kde.kwalletd5", env)) return "kwallet5";
  return "gnome-libsecret";
}

/** Whether D-Bus has a file from which it can start the service: https://dbus.freedesktop.org/doc/dbus-daemon.1.html */
function canStart(service: string, { HOME, XDG_DATA_HOME, XDG_DATA_DIRS }: NodeJS.ProcessEnv): boolean {
  const folders = [
    XDG_DATA_HOME || join(HOME ?? "", ".local/share"),
    ...(XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":"),
  ];
  return folders.some((folder) => existsSync(join(folder, "dbus-1/services", `${service}.service`)));
}
