// What a renderer could send that has been taken over: Electron's own messages, past the bridge.
const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("raw", {
  /** @param {string} channel @param {unknown[]} messages */
  invoke: (channel, ...messages) => ipcRenderer.invoke(channel, ...messages),
  /** @param {string} channel @param {unknown[]} messages */
  send: (channel, ...messages) => ipcRenderer.send(channel, ...messages),
  /** @param {string} channel @param {unknown} message */
  postMessage: (channel, message) => ipcRenderer.postMessage(channel, message, []),
});
