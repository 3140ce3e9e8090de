import { join } from "node:path";
import { type Session, session } from "electron";
import { serveApp } from "./app-protocol.ts";

/** Creates the session of the login window: in memory, without permissions and downloads, with the page at `app://`. */
export function createWindowSession(): Session {
  // A partition without "persist:" writes nothing to disk.
  const windowSession = session.fromPartition("login-window");
  windowSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  windowSession.setPermissionCheckHandler(() => false);
  windowSession.on("will-download", (event) => event.preventDefault());
  serveApp(windowSession, join(__dirname, "../renderer"));
  return windowSession;
}
