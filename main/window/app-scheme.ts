import { protocol } from "electron";

/** The origin of the window's page. It is served by app-protocol.ts. */
export const appOrigin = "app://verifik-tray";

/** Makes `app://` a standard, secure scheme, so that the page has an origin. Electron wants this call before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);
}
