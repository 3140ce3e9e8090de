/**
 * Names of the StatusNotifierItem protocol, with which apps put icons into a tray:
 * https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
 */
export const WATCHER = "org.kde.StatusNotifierWatcher";
export const WATCHER_PATH = "/StatusNotifierWatcher";
export const ITEM_INTERFACE = "org.kde.StatusNotifierItem";
/** The path of an item whose app registers by bus name instead of by path. */
export const DEFAULT_ITEM_PATH = "/StatusNotifierItem";
