/** Services that a desktop may lack, and may start later. */
export interface DesktopServices {
  /** True if a tray shows icons. */
  hasTrayHost(): Promise<boolean>;
  /** True if a notification would be shown. */
  hasNotificationServer(): Promise<boolean>;
  /** Calls back whenever a tray host may have appeared or disappeared. */
  onTrayHostChanged(listener: () => void): void;
  /** Calls back when the screen is locked, where the system reports it; possibly several times for one lock. */
  onScreenLocked(listener: () => void): void;
}
