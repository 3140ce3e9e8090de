import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The variables that programs inherit. Any other one could lead them to the user's own session. */
const INHERITED = /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|USER|LOGNAME|LD_LIBRARY_PATH)$/;

/** Chromium uses GTK's font for `system-ui`. */
const GTK_SETTINGS = "[Settings]\ngtk-font-name=Inter 11\n";

/** Creates a home in `folder`. Returns an environment that leads programs only there. */
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
    // Makes Electron use the Secret Service and send the tray icon as pixels. On GNOME it sends a file name instead.
    XDG_CURRENT_DESKTOP: "XFCE",
    // Keeps GTK from warning that there is no accessibility bus.
    NO_AT_BRIDGE: "1",
  };
}

function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => {
    return INHERITED.test(entry[0]) && entry[1] !== undefined;
  });
  return Object.fromEntries(kept);
}
