import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "electron";
import { appOrigin } from "./app-scheme.ts";

/** The page loads its own script and stylesheet: no network, no pictures, no frames, no forms, no markup from text. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** The whole of the origin. The build names the files (vite.config.ts). */
const servedFiles = new Map([
  [`${appOrigin}/`, { name: "index.html", type: "text/html" }],
  [`${appOrigin}/index.js`, { name: "index.js", type: "text/javascript" }],
  [`${appOrigin}/index.css`, { name: "index.css", type: "text/css" }],
]);

/**
 * Serves the window's three files from `folder` to this session. Every other address or method is a network error, because no
 * part of the request becomes a path.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle("app", ({ url, method }) => {
    const file = method === "GET" ? servedFiles.get(url) : undefined;
    if (!file) return Response.error();
    return new Response(readFileSync(join(folder, file.name)), {
      headers: {
        "content-type": `${file.type}; charset=utf-8`,
        "content-security-policy": contentSecurityPolicy,
        "x-content-type-options": "nosniff",
      },
    });
  });
}
