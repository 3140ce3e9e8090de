import { readFileSync } from "node:fs";
import type { Session } from "electron";
import { appOrigin } from "./app-scheme.ts";
import { pageHashes } from "./page-hashes.ts";

/** Of Chromium's net errors. */
const fileNotFound = -6;

/**
 * The window needs the one script and the one style that its page was built with, and nothing else: no network, no pictures,
 * no frames, no forms, no markup from text.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src '${pageHashes.script}'`,
  `style-src '${pageHashes.style}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * Serves the window's page, which has everything in it, at one address; nothing that is asked leads to another file.
 *
 * By Electron's older call: `protocol.handle` makes a `Request` and a `Response`, whose code takes 50 ms to load with the
 * window waiting for it (docs/adr/0015).
 */
export function serveApp(session: Session, file: string): void {
  const registered = session.protocol.registerBufferProtocol("app", ({ url, method }, answer) => {
    if (url !== `${appOrigin}/` || method !== "GET") {
      answer({ error: fileNotFound });
      return;
    }
    try {
      answer({
        data: readFileSync(file),
        headers: {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": contentSecurityPolicy,
          "x-content-type-options": "nosniff",
        },
      });
    } catch {
      answer({ error: fileNotFound });
    }
  });
  if (!registered) throw new Error("The window's page cannot be served.");
}
