import { contextBridge, ipcRenderer } from "electron";
import { type Bridge, type Channel, calls, type SessionView } from "./contract.ts";

function methodName(channel: Channel): string {
  return channel.replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}

/** Its channel is fixed: the page never gets a method that takes one. */
function method(channel: Channel) {
  if (!calls[channel].takesRequest) return () => ipcRenderer.invoke(channel);
  return (request: unknown) => ipcRenderer.invoke(channel, request);
}

const onViewChanged: Bridge["onViewChanged"] = (listener) => {
  // The page must not get the event: its `sender` is `ipcRenderer`.
  const receive = (_event: unknown, view: SessionView) => listener(view);
  ipcRenderer.on("view-changed", receive);
  return () => void ipcRenderer.off("view-changed", receive);
};

const channels = Object.keys(calls) as Channel[];
const methods = Object.fromEntries(channels.map((channel) => [methodName(channel), method(channel)]));

contextBridge.exposeInMainWorld("verifikTray", { ...methods, onViewChanged });
