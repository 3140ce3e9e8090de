// The smallest tray application whose menu copies a text and opens a window. ../subject.ts knows its labels and its text.
const { join } = require("node:path");
const electron = require("electron");

const { app, Menu, Tray } = electron;

function openWindow() {
  new electron.BrowserWindow({ width: 400, height: 660 }).loadFile(join(__dirname, "blank.html"));
}

app.on("window-all-closed", () => {});
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, "../../../resources/tray/valid.png"));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: "Copy", click: () => electron.clipboard.writeText("as long as a token ".repeat(20)) },
      { label: "Open", click: openWindow },
    ]),
  );
});
