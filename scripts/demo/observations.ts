import { dirname } from "node:path";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { readTokenFile, type TokenRecord } from "../../main/storage/token-file.ts";
import type { Sandbox } from "../../sandbox/server.ts";

/** The first line of the tray menu. */
export async function firstLine(app: TrayApp): Promise<string> {
  return (await app.menuLabels())[0] ?? "";
}

/** The first three bytes of the stored token, which name the encryption; "–" if no token is stored. */
export function ciphertextPrefix(app: TrayApp, sandbox: Sandbox): string {
  const record = storedRecord(app, sandbox);
  return record ? `${Buffer.from(record.ciphertext, "base64").subarray(0, 3)} …` : "–";
}

/** The token that the app has stored for this sandbox. */
export function storedRecord(app: TrayApp, sandbox: Sandbox): TokenRecord | undefined {
  const found = readTokenFile(dirname(app.storeFile()));
  return found.kind === "whole" ? found.content.tokens[sandbox.origin] : undefined;
}

/** Replaces all kinds of spaces: Node and Electron use different ones in dates. */
export function plainSpaces(text: string): string {
  return text.replace(/\s/g, " ");
}

/** The ends and the length of a token: the demo never prints it whole. */
export function shorten(token: string): string {
  return `${token.slice(0, 12)}…${token.slice(-4)} (${token.length})`;
}
