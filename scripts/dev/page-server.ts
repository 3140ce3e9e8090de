import type { AddressInfo, Server } from "node:net";
import { join, sep } from "node:path";
import { createServer } from "vite";
import { projectFolder } from "../project-folder.mjs";
import { devFolder } from "./main-bundles.ts";

const mainSources = ["main", "preload", "domain", "texts"].map((folder) => join(projectFolder, folder));

/** The app's own policy (main/window/app-protocol.ts), but for Vite's style elements and its websocket. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export interface PageServer {
  readonly origin: string;
  /** Calls back when a source of main or preload was changed, added or removed. */
  readonly onMainChange: (callback: () => void) => void;
  readonly close: () => Promise<void>;
}

/** Serves the window's page by Vite, which reloads it when its sources change. On loopback, on a free port. */
export async function servePage(): Promise<PageServer> {
  const server = await createServer({
    configFile: join(projectFolder, "vite.config.ts"),
    cacheDir: join(devFolder, "vite"),
    logLevel: "warn",
    server: { host: "127.0.0.1", headers: { "content-security-policy": contentSecurityPolicy } },
  });
  await server.listen();
  const { port } = (server.httpServer as Server).address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    onMainChange: (callback) => {
      server.watcher.add(mainSources);
      server.watcher.on("all", (_event, path) => {
        if (mainSources.some((folder) => path.startsWith(folder + sep))) callback();
      });
    },
    close: () => server.close(),
  };
}
