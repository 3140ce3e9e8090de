/** What electron-store finds where there is no Electron: it works without. The package of that name would fetch one. */
// biome-ignore lint/style/noDefaultExport: the package has one.
export default {};
