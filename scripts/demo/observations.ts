import { dirname } from "node:path";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { readTokenFile, type TokenRecord } from "../../main/storage/token-file.ts";
import type { Sandbox } from "../../sandbox/server.ts";

export async function firstLine(app: TrayApp): Promise<string> {
  return (await app.menuLabels())[0] ?? "";
}

/** The first three bytes of what is stored, which tell whose key encrypted it; "–" when nothing is. */
export function ciphertextPrefix(app: TrayApp, sandbox: Sandbox): string {
  const record = storedRecord(app, sandbox);
  return record ? `${Buffer.from(record.ciphertext, "base64").subarray(0, 3)} …` : "–";
}

export function storedRecord(app: TrayApp, sandbox: Sandbox): TokenRecord | undefined {
  const found = readTokenFile(dirname(app.storeFile()));
  return found.kind === "whole" ? found.content.tokens[sandbox.origin] : undefined;
}

/** Node and Electron write dates with different kinds of spaces. */
export function plainSpaces(text: string): string {
  return text.replace(/\s/g, " ");
}

export function shorten(token: string): string {
  return `${token.slice(0, 12)}…${token.slice(-4)} (${token.length})`;
}
