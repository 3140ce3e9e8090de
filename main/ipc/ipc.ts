import { type IpcMainInvokeEvent, ipcMain } from "electron";
import * as v from "valibot";
import type { Channel } from "../../preload/contract.ts";
import type { Handler, Handlers } from "./handler.ts";

/** Answers the window's calls. `isOwnFrame` is true only for the main frame of our own page in our own window. */
export function registerIpcHandlers(
  handlers: Handlers,
  isOwnFrame: (frame: IpcMainInvokeEvent["senderFrame"]) => boolean,
): void {
  for (const channel of Object.keys(handlers) as Channel[]) {
    // The schema makes the request for its own `answer`. TypeScript cannot follow that through a union of handlers.
    const { schema, answer } = handlers[channel] as Handler<unknown, unknown>;
    ipcMain.handle(channel, (event, message: unknown) => {
      if (!isOwnFrame(event.senderFrame)) throw new Error(`${channel}: refused, not from the login window`);
      const request = v.safeParse(schema, message);
      // The error does not quote the message, which may contain a phone number or a code.
      if (!request.success) throw new Error(`${channel}: refused, not in the expected form`);
      return answer(request.output);
    });
  }
}
