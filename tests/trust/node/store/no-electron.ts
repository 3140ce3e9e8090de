/** Takes the place of the package "electron" for electron-store, which works without it. The package would download an Electron. */
// biome-ignore lint/style/noDefaultExport: the package has one.
export default {};
