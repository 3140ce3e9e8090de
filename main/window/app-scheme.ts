import { protocol } from "electron";

/** The address of Vite's dev server, which only `npm run dev` puts in (scripts/dev/main-bundles.ts). */
declare const __DEV_ORIGIN__: string | undefined;

const devOrigin = typeof __DEV_ORIGIN__ === "string" ? __DEV_ORIGIN__ : undefined;

/** The origin of the window's page, and the only one whose calls main answers. */
export const appOrigin = devOrigin ?? "app://verifik-tray";

/** The one address that the page may navigate to: the dev server's page reloads itself after a change. */
export const navigableUrl = devOrigin && `${devOrigin}/`;

/** Makes `app://` a standard, secure scheme, so that the page has an origin. Electron wants this call before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);
}
