// A minimal tray app that uses each part of the private desktop. It reports on standard output, one JSON object a line.
const { app, BrowserWindow, clipboard, Menu, nativeImage, Notification, safeStorage, Tray } = require("electron");

/** @param {object} event */
const report = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

async function systemFont() {
  const window = new BrowserWindow({ width: 300, height: 200, frame: false, backgroundColor: "#336699" });
  await window.loadURL("data:text/html,<p style='font-family: system-ui'>Inter?</p>");
  const { debugger: devTools } = window.webContents;
  devTools.attach();
  await devTools.sendCommand("DOM.enable");
  await devTools.sendCommand("CSS.enable");
  const { root } = await devTools.sendCommand("DOM.getDocument");
  const { nodeId } = await devTools.sendCommand("DOM.querySelector", { nodeId: root.nodeId, selector: "p" });
  const { fonts } = await devTools.sendCommand("CSS.getPlatformFontsForNode", { nodeId });
  return fonts[0].familyName;
}

function encryption() {
  const available = safeStorage.isEncryptionAvailable();
  const prefix = available ? safeStorage.encryptString("secret").toString("latin1", 0, 3) : undefined;
  return { available, backend: safeStorage.getSelectedStorageBackend(), prefix };
}

function notify() {
  const notification = new Notification({ title: "Token expires", body: "in <7> days" });
  notification.on("click", () => report({ clicked: "notification" }));
  notification.on("close", () => report({ closed: "notification" }));
  notification.show();
}

app.whenReady().then(async () => {
  const tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 0xff), { width: 22, height: 22 }));
  const setMenu = (/** @type {string} */ status) =>
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: status, enabled: false, click: () => report({ clicked: status }) },
        { type: "separator" },
        { label: "&Copy snake_case", click: copy },
        { label: "Hidden", visible: false },
        { label: "More", submenu: [{ label: "Notify", click: notify }] },
        { label: "Quit", click: () => app.quit() },
      ]),
    );
  const copy = async () => {
    await clipboard.writeText("h€llo");
    tray.setToolTip("Copied");
    tray.setImage(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 0x80), { width: 22, height: 22 }));
    setMenu("Copied");
  };
  tray.on("click", () => report({ clicked: "icon" }));
  tray.setToolTip("At rest");
  setMenu("At rest");
  report({ encryption: encryption(), systemFont: await systemFont() });
});
