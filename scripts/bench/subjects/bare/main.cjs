// The least that is a tray application.
const { join } = require("node:path");
const { app, Menu, Tray } = require("electron");

app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, "../../../../resources/tray/valid.png"));
  tray.setContextMenu(Menu.buildFromTemplate([]));
});
