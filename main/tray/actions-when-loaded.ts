import type { AppActions } from "./tray-menu.ts";

/** Actions for a menu that is shown before the application is loaded: each waits for it, then runs. */
export function actionsWhenLoaded(application: () => Promise<AppActions>): AppActions {
  const whenLoaded = (run: (actions: AppActions) => void) => void application().then(run);
  return {
    copyToken: (format) => whenLoaded(({ copyToken }) => copyToken(format)),
    renewToken: () => whenLoaded(({ renewToken }) => renewToken()),
    setAutomaticRenewal: (on) => whenLoaded(({ setAutomaticRenewal }) => setAutomaticRenewal(on)),
    checkToken: () => whenLoaded(({ checkToken }) => checkToken()),
    logIn: () => whenLoaded(({ logIn }) => logIn()),
    logOut: () => whenLoaded(({ logOut }) => logOut()),
    revokeTokens: () => whenLoaded(({ revokeTokens }) => revokeTokens()),
    openWindow: () => whenLoaded(({ openWindow }) => openWindow()),
    openSettings: () => whenLoaded(({ openSettings }) => openSettings()),
  };
}
