/**
 * Whether the desktop shows our tray icon. "shown": a tray host lists it and it answers. "unregistered": a tray host is
 * there, but not our icon, or a dead one. "none": no tray host.
 */
export type TrayState = "shown" | "unregistered" | "none";

/** Services that a desktop may lack, and may start later. */
export interface DesktopServices {
  trayState(): Promise<TrayState>;
  /** True if a notification would be shown. */
  hasNotificationServer(): Promise<boolean>;
  /** Calls back whenever `trayState` may have changed. `isNewHost`: because a tray host has come or gone. */
  onTrayChanged(listener: (isNewHost: boolean) => void): void;
  /** Calls back when the screen is locked, where the system reports it; possibly several times for one lock. */
  onScreenLocked(listener: () => void): void;
}
