// The least that copies a text and opens a window from a tray's menu; bare-window.ts knows its words and its colour.
const { join } = require("node:path");
const { app, BrowserWindow, clipboard, Menu, Tray } = require("electron");

app.on("window-all-closed", () => {});
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, "../../../../resources/tray/valid.png"));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: "Copy", click: () => clipboard.writeText("as long as a token ".repeat(20)) },
      {
        label: "Open",
        click: () => new BrowserWindow({ width: 400, height: 660 }).loadFile(join(__dirname, "blank.html")),
      },
    ]),
  );
});
