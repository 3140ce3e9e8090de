/**
 * The programs and libraries that the computer itself has to have. The table names Debian's packages, but set-up probes for the
 * programs and libraries themselves, because they may come from elsewhere.
 *
 * @typedef {"electron-libraries" | "headless-desktop" | "tests" | "clipboard-manager" | "all-clipboard-managers" | "pictures" | "packaging" | "installed-package"} SystemNeed any start of Electron; a start without a display of one's own; what only tests do there; one real clipboard manager, and
 *   the others; a desktop of real programs to take pictures of; making packages; using an installed one
 *
 * @typedef {object} Capability
 * @property {SystemNeed} need
 * @property {"command" | "library" | "font"} kind
 * @property {string} name
 * @property {readonly string[]} packages Debian's, the name of the newest release first
 * @property {string} why
 *
 * @typedef {object} Probe what this computer has
 * @property {(name: string) => boolean} hasCommand
 * @property {(soname: string) => boolean} hasLibrary
 * @property {(family: string) => boolean} hasFont
 */

/** @type {readonly Capability[]} */
export const CAPABILITIES = [
  library("libgtk-3.so.0", ["libgtk-3-0t64", "libgtk-3-0"], "windows and menus"),
  library("libnss3.so", ["libnss3"], "certificates"),
  library("libasound.so.2", ["libasound2t64", "libasound2"], "Electron is linked with it"),
  library("libgbm.so.1", ["libgbm1"], "drawing"),
  library("libnotify.so.4", ["libnotify4"], "notifications"),
  library("libsecret-1.so.0", ["libsecret-1-0"], "the system keyring"),
  headless("command", "Xvfb", ["xvfb"], "a display"),
  headless("command", "xauth", ["xauth"], "keeps that display private"),
  headless("command", "dbus-daemon", ["dbus"], "tray and notifications"),
  headless("command", "gnome-keyring-daemon", ["gnome-keyring"], "a system keyring"),
  headless("command", "xclip", ["xclip"], "reads the clipboard from outside"),
  headless("font", "Inter", ["fonts-inter"], "legible screenshots"),
  tested("sway", "a Wayland compositor"),
  tested("wl-paste", "reads Wayland's clipboard from outside", "wl-clipboard"),
  tested("xdotool", "moves the mouse"),
  tested("trayer", "a tray of the older kind"),
  clipboardManager("clipboard-manager", "parcellite"),
  clipboardManager("all-clipboard-managers", "xfce4-clipman"),
  clipboardManager("all-clipboard-managers", "diodon"),
  clipboardManager("all-clipboard-managers", "klipper", "plasma-workspace"),
  clipboardManager("all-clipboard-managers", "copyq"),
  packaging("7za", "packs the tar.gz", "p7zip-full"),
  packaging("dpkg-deb", "packs the deb", "dpkg"),
  packaging("desktop-file-validate", "checks the desktop entry", "desktop-file-utils"),
  packaging("appstreamcli", "checks what software centres show", "appstream"),
  packaging("gio", "starts what a desktop entry says", "libglib2.0-bin"),
  packaging("objdump", "tells what a program is linked with", "binutils"),
  installed("man", "shows the manual", "man-db"),
  installed("fish", "completes the command line"),
  installed("zsh", "completes the command line"),
  pictured("xfce4-panel", "a panel with a tray"),
  pictured("xfconf-query", "the panel's settings", "xfconf"),
  pictured("xfwm4", "its window manager"),
  pictured("dunst", "shows notifications"),
  pictured("hsetroot", "colours the background"),
  pictured("xdotool", "the mouse and the keyboard"),
  pictured("pngquant", "makes the pictures small"),
];

/**
 * @param {readonly SystemNeed[]} needs
 * @param {Probe} probe
 * @returns {Capability[]}
 */
export function missingCapabilities(needs, probe) {
  const has = { command: probe.hasCommand, library: probe.hasLibrary, font: probe.hasFont };
  return CAPABILITIES.filter(({ need, kind, name }) => needs.includes(need) && !has[kind](name));
}

/**
 * @param {string} name
 * @param {readonly string[]} packages
 * @param {string} why
 * @returns {Capability}
 */
function library(name, packages, why) {
  return { need: "electron-libraries", kind: "library", name, packages, why };
}

/**
 * @param {Capability["kind"]} kind
 * @param {string} name
 * @param {readonly string[]} packages
 * @param {string} why
 * @returns {Capability}
 */
function headless(kind, name, packages, why) {
  return { need: "headless-desktop", kind, name, packages, why };
}

/**
 * @param {string} command
 * @param {string} why
 * @param {string} [debianPackage]
 * @returns {Capability}
 */
function tested(command, why, debianPackage = command) {
  return { need: "tests", kind: "command", name: command, packages: [debianPackage], why };
}

/**
 * @param {"clipboard-manager" | "all-clipboard-managers"} need
 * @param {string} command
 * @param {string} [debianPackage]
 * @returns {Capability}
 */
function clipboardManager(need, command, debianPackage = command) {
  return { need, kind: "command", name: command, packages: [debianPackage], why: "a clipboard manager" };
}

/**
 * @param {string} command
 * @param {string} why
 * @param {string} [debianPackage]
 * @returns {Capability}
 */
function pictured(command, why, debianPackage = command) {
  return { need: "pictures", kind: "command", name: command, packages: [debianPackage], why };
}

/**
 * @param {string} command
 * @param {string} why
 * @param {string} debianPackage
 * @returns {Capability}
 */
function packaging(command, why, debianPackage) {
  return { need: "packaging", kind: "command", name: command, packages: [debianPackage], why };
}

/**
 * @param {string} command
 * @param {string} why
 * @param {string} [debianPackage]
 * @returns {Capability}
 */
function installed(command, why, debianPackage = command) {
  return { need: "installed-package", kind: "command", name: command, packages: [debianPackage], why };
}
