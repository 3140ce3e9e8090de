import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a program needs of the world outside; everything else could lead it to the user's own session. */
const INHERITED = /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|USER|LOGNAME|LD_LIBRARY_PATH)$/;

/** GTK's font is what Chromium takes for `system-ui`. */
const GTK_SETTINGS = "[Settings]\ngtk-font-name=Inter 11\n";

/** Makes a home in `folder`, and the environment that leads a program there and nowhere else. */
export function createEnvironment(folder: string): Record<string, string> {
  const inFolder = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  const configHome = inFolder("config");
  mkdirSync(join(configHome, "gtk-3.0"));
  writeFileSync(join(configHome, "gtk-3.0", "settings.ini"), GTK_SETTINGS);
  return {
    ...inherited(),
    HOME: inFolder("home"),
    TMPDIR: inFolder("tmp"),
    XDG_CACHE_HOME: inFolder("cache"),
    XDG_CONFIG_HOME: configHome,
    XDG_DATA_HOME: inFolder("data"),
    XDG_RUNTIME_DIR: inFolder("runtime"),
    XDG_STATE_HOME: inFolder("state"),
    XDG_SESSION_TYPE: "x11",
    // By it Electron chooses the Secret Service, and sends the tray icon as pixels; on GNOME it sends a file name.
    XDG_CURRENT_DESKTOP: "XFCE",
    // There is no accessibility bus here, and GTK would warn of that.
    NO_AT_BRIDGE: "1",
  };
}

function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => {
    return INHERITED.test(entry[0]) && entry[1] !== undefined;
  });
  return Object.fromEntries(kept);
}
