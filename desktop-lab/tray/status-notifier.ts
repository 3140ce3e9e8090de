/** The names of the StatusNotifierItem protocol, by which apps put icons into a tray. */
export const WATCHER = "org.kde.StatusNotifierWatcher";
export const WATCHER_PATH = "/StatusNotifierWatcher";
export const ITEM_INTERFACE = "org.kde.StatusNotifierItem";
/** Where an item is if its app registers by name instead of by path. */
export const DEFAULT_ITEM_PATH = "/StatusNotifierItem";
