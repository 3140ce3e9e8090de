// electron-store works without Electron, but imports it, and the package would then fetch the binary. With this it only
// names a path, which nobody asks for here. To be imported before what imports electron-store.
process.env.ELECTRON_OVERRIDE_DIST_PATH = "no Electron is needed here";
