import { existsSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * Makes Chromium use the keyring that is there. By itself it looks for one only on desktops that it knows, so not on sway,
 * Hyprland, i3 or LXQt (https://github.com/electron/electron/issues/39789). Before `ready`, when Chromium reads the switch.
 */
export function choosePasswordStore(): void {
  const { commandLine } = app;
  if (process.platform !== "linux" || commandLine.hasSwitch("password-store") || isKde(process.env)) return;
  commandLine.appendSwitch("password-store", passwordStore(process.env));
}

/** On Plasma Chromium finds the version of KWallet that belongs to the desktop. */
function isKde({ XDG_CURRENT_DESKTOP, KDE_FULL_SESSION }: NodeJS.ProcessEnv): boolean {
  return XDG_CURRENT_DESKTOP?.split(":").includes("KDE") ?? KDE_FULL_SESSION !== undefined;
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
