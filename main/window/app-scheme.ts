import { protocol } from "electron";

export const appOrigin = "app://verifik-tray";

/** Before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);
}
