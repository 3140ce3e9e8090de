import { readFileSync } from "node:fs";
import type { ElectronApplication } from "@playwright/test";

/** One message between window and main, in either direction. */
export interface IpcMessage {
  readonly channel: string;
  readonly way: "request" | "response" | "event";
  readonly message: unknown;
}

/** Records every message between window and main from now on, in a file, so that main's memory holds none of them. */
export async function recordIpc(electron: ElectronApplication, file: string): Promise<void> {
  await electron.evaluate(({ ipcMain, app, webContents }, path) => {
    const { appendFileSync } = process.getBuiltinModule("node:fs");
    const note = (channel: string, way: string, message: unknown) =>
      appendFileSync(path, `${JSON.stringify({ channel, way, message: message ?? null })}\n`);
    // Electron keeps the handlers of `ipcMain.handle` here.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...parts: unknown[]) => unknown>;
    };
    for (const [channel, handle] of handlers) {
      handlers.set(channel, async (event, ...parts) => {
        note(channel, "request", parts);
        const answer = await handle(event, ...parts);
        note(channel, "response", answer);
        return answer;
      });
    }
    const watch = (contents: Electron.WebContents) => {
      const send = contents.send.bind(contents);
      contents.send = (channel, ...parts) => {
        note(channel, "event", parts);
        send(channel, ...parts);
      };
    };
    for (const contents of webContents.getAllWebContents()) watch(contents);
    app.on("web-contents-created", (_event, contents) => watch(contents));
  }, file);
}

export function recordedIpc(file: string): IpcMessage[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
