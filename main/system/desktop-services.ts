/** What a desktop may lack, and may get later. */
export interface DesktopServices {
  /** Icons in the tray are shown. */
  hasTrayHost(): Promise<boolean>;
  /** A notification would be shown. */
  hasNotificationServer(): Promise<boolean>;
  /** Calls back each time a tray host may have come or gone. */
  onTrayHostChanged(listener: () => void): void;
  /** Calls back when the screen is locked, where the system tells; perhaps several times for one lock. */
  onScreenLocked(listener: () => void): void;
}
