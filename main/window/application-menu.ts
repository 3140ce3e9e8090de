import { Menu } from "electron";

/** macOS takes shortcuts from menus alone: those of the clipboard, of the window, and of the size of its text. */
const macMenu: Electron.MenuItemConstructorOptions[] = [
  { role: "editMenu" },
  { role: "windowMenu" },
  { label: "View", submenu: [{ role: "zoomIn" }, { role: "zoomOut" }, { role: "resetZoom" }] },
];

/** Instead of Electron's own, which would bring reload and developer tools. */
export function setApplicationMenu(): void {
  Menu.setApplicationMenu(process.platform === "darwin" ? Menu.buildFromTemplate(macMenu) : null);
}
