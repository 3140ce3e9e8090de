import { Menu } from "electron";

/** On macOS the shortcuts for clipboard, window and text size exist only as menu items. */
const macMenu: Electron.MenuItemConstructorOptions[] = [
  { role: "editMenu" },
  { role: "windowMenu" },
  { label: "View", submenu: [{ role: "zoomIn" }, { role: "zoomOut" }, { role: "resetZoom" }] },
];

/** Replaces Electron's default menu, which has Reload and Developer Tools. */
export function setApplicationMenu(): void {
  Menu.setApplicationMenu(process.platform === "darwin" ? Menu.buildFromTemplate(macMenu) : null);
}
