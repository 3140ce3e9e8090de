// Import this before electron-store. electron-store works without Electron but imports the package "electron", which
// downloads a binary unless this variable names one.
process.env.ELECTRON_OVERRIDE_DIST_PATH = "no Electron is needed here";
